import { studentT } from './student-t.ts';

/** A mean with how far the true one may lie from it. */
export interface Interval {
  /** How many values it is of. */
  readonly n: number;
  readonly mean: number;
  /** Half the width of the 95 % interval; null of a single value. */
  readonly half: number | null;
}

const PROBABILITY = 0.95;

/**
 * The mean of values with its 95 % interval by Student's t; null without values. Results of runs whose training parts overlap are less
 * independent than they look, so that the plain interval is too narrow. `overlap`, the size of a held-out part over that of its training
 * part, corrects the variance to s² · (1/n + overlap) (Nadeau and Bengio 2003, "Inference for the Generalization Error"); 0 where the runs
 * share no draw.
 */
export function intervalOf(values: readonly number[], overlap: number): Interval | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, half: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, half: studentT(PROBABILITY, n - 1) * Math.sqrt(variance * (1 / n + overlap)) };
}

/** Whether 0 lies outside the interval: the one sign of a difference that is not chance. A single pair never is. */
export const excludesZero = ({ mean, half }: Interval): boolean => half !== null && Math.abs(mean) > half;
