import { positionsUpTo } from '../radix-order.ts';
import { createRandom, shuffle } from '../random.ts';
import { type Parts, TEST, VALIDATION } from './parts.ts';
import { type Shares, sizesOf } from './shares.ts';

/** Holds out ratings drawn at random, each equally likely. A test part leaves the validation part as it is without one. */
export function randomShare(count: number, shares: Shares, seed: number): Parts {
  const order = shuffle(positionsUpTo(count), createRandom(seed, 'split'));
  const { validation, test } = sizesOf(count, shares);
  const parts: Parts = new Uint8Array(count);
  for (let i = 0; i < validation + test; i++) parts[order[i] as number] = i < validation ? VALIDATION : TEST;
  return parts;
}
