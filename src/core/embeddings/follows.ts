import { correlation } from './correlation.ts';

/** Something known of every row, such as its year; not a number where it is not known. */
export interface Trait {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface Followed {
  readonly trait: string;
  /** Pearson's correlation. */
  readonly correlation: number;
}

/** A weaker correlation says too little about any one row, however many rows there are. */
const LEAST_CORRELATION = 0.2;
/** About the standard errors of a correlation of chance: one in 16,000 is so large. */
const LEAST_ERRORS = 4;
const MOST = 3;

/** The traits that places along an axis clearly go with, at most three, the strongest first. */
export function clearlyFollowed(places: ArrayLike<number>, traits: readonly Trait[]): readonly Followed[] {
  return traits
    .map(({ name, values }) => ({ trait: name, correlation: correlation(places, values), known: countOf(values) }))
    .filter(({ correlation: r, known }) => Math.abs(r) >= Math.max(LEAST_CORRELATION, LEAST_ERRORS / Math.sqrt(known)))
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, MOST)
    .map(({ trait, correlation: r }) => ({ trait, correlation: r }));
}

function countOf(values: ArrayLike<number>): number {
  let known = 0;
  for (let at = 0; at < values.length; at++) if (Number.isFinite(values[at])) known++;
  return Math.max(1, known);
}
