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
  const test = testShare > 0 ? clamp(Math.round(count * testShare), 1, count - 2) : 0;
  return { validation: clamp(Math.round(count * validationShare), 1, count - 1 - test), test };
}

/** `most` counts before `least`. */
const clamp = (value: number, least: number, most: number): number => Math.max(0, Math.min(most, Math.max(least, value)));
