import { createRandom, shuffle } from './random.ts';

/** Positions in the ratings, ascending within each part; together they are all positions, once each. */
export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/** Holds a random share of `count` ratings out. At least one rating stays on each side where there are two or more. */
export function randomSplit(count: number, validationShare: number, seed: number): Split {
  const order = shuffle(
    Int32Array.from({ length: count }, (_, i) => i),
    createRandom(seed, 'split'),
  );
  const heldOut = Math.min(Math.max(Math.round(count * validationShare), 1), Math.max(count - 1, 0));
  return { validation: order.slice(0, heldOut).sort(), train: order.slice(heldOut).sort() };
}
