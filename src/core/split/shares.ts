import { clamp } from '../clamp.ts';

/** Which share of the ratings to hold out, 0 … 1 each. */
export interface Shares {
  readonly validationShare: number;
  /** 0: no test part. */
  readonly testShare: number;
}

/**
 * How many of `count` ratings the shares are, to the nearest. A part that is asked for has one rating at least, and one stays to
 * train on, as far as there are that many; the test part gives way first.
 */
export function sizesOf(count: number, { validationShare, testShare }: Shares): { validation: number; test: number } {
  const test = testShare > 0 ? sizeWithin(Math.round(count * testShare), count - 2) : 0;
  return { validation: sizeWithin(Math.round(count * validationShare), count - 1 - test), test };
}

const sizeWithin = (size: number, most: number): number => Math.max(0, clamp(size, 1, most));
