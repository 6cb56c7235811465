import { createRandom, shuffle } from '../random.ts';
import { type Parts, TRAIN, VALIDATION } from './parts.ts';
import { type Shares, sizesOf } from './shares.ts';

/** The parts that files are, `given`; where none is to validate on, a share of those to train on is drawn for that. */
export function asInFiles(given: Parts, { validationShare }: Pick<Shares, 'validationShare'>, seed: number): Parts {
  if (given.includes(VALIDATION)) return given;
  const positions = Int32Array.from(given.keys()).filter((at) => given[at] === TRAIN);
  const order = shuffle(positions, createRandom(seed, 'split'));
  const { validation } = sizesOf(order.length, { validationShare, testShare: 0 });
  const parts = given.slice();
  for (const at of order.subarray(0, validation)) parts[at] = VALIDATION;
  return parts;
}
