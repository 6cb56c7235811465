import { LabError } from '../errors.ts';
import { createRandom, shuffle } from '../random.ts';
import { gatherParts, type Split, TEST, TRAIN, VALIDATION } from './parts.ts';

/** A share of the ratings that is held out in one run, and trained on in the runs of the other folds. */
export interface Fold {
  /** From 1. */
  readonly at: number;
  /** How many folds there are. */
  readonly of: number;
}

/**
 * The split that holds out one fold. The test part of `split` stays as it is; all other ratings are dealt to the folds by the seed, each
 * to one, so that sizes differ by one rating at most. Throws a LabError of code `no-split` where a fold would be empty.
 */
export function foldSplit({ train, validation, test }: Split, seed: number, { at, of }: Fold): Split {
  const count = train.length + validation.length;
  if (of > count) {
    throw new LabError(
      'no-split',
      `${of} folds need at least ${of} ratings outside the test part; there are ${count}.`,
      'Choose fewer folds, or load more ratings.',
    );
  }
  // In order, so that it does not matter how these ratings were divided before.
  const positions = new Int32Array(count);
  positions.set(train);
  positions.set(validation, train.length);
  positions.sort();
  const dealt = shuffle(positions, createRandom(seed, 'folds'));
  const parts = new Uint8Array(count + test.length).fill(TRAIN);
  for (const position of test) parts[position] = TEST;
  for (let i = at - 1; i < count; i += of) parts[dealt[i] as number] = VALIDATION;
  return gatherParts(parts);
}
