/** What counts of several ratings of an item by one user. */
export type RepeatRule = 'newest' | 'mean' | 'sum' | 'largest';

/** Which ratings count, and as what. What it says is done in the order in which it stands here. */
export interface Cleaning {
  /** Values that mean "not rated", which are left out; `guess`: those that surely seem to. */
  readonly notRated: 'guess' | readonly number[];
  /** The smallest and the largest rating that counts; null where any does. */
  readonly least: number | null;
  readonly most: number | null;
  /** `auto`: counts are added up, of anything else the newest counts. */
  readonly repeats: 'auto' | RepeatRule;
  /** The ratings that each user and each item has at least; others are left out until all that are left have as many. */
  readonly perUser: number;
  readonly perItem: number;
  /** What is learned from a rating r: itself, or ln(1 + r). */
  readonly values: 'raw' | 'log1p';
}

/** All ratings count, as they are. */
export const UNCLEANED: Cleaning = {
  notRated: 'guess',
  least: null,
  most: null,
  repeats: 'auto',
  perUser: 1,
  perItem: 1,
  values: 'raw',
};

export const isUncleaned = (cleaning: Cleaning): boolean => JSON.stringify(cleaning) === JSON.stringify(UNCLEANED);
