import { factorise } from '../cholesky.ts';
import type { Random } from '../random.ts';
import { drawGamma, drawWishart } from './variates.ts';

/** What the rows of a table come to: how many they are, their sum (n), and the sum of their squares (n, n; the lower triangle). */
export interface RowSums {
  readonly count: number;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** The normal distribution that the rows of one side come from. */
export interface Prior {
  readonly mean: Float64Array; // (n)
  readonly precision: Float64Array; // (n, n), whole
}

/** The mean of the rows counts as if so many rows of zeros had been seen. */
const ROWS_OF_ZEROS = 2;

/**
 * Draws the prior of rows, given the rows: from the normal and Wishart distribution that belongs to them (Salakhutdinov and Mnih 2008,
 * equation 14), with n degrees of freedom and the unit matrix before any row is seen. Null where the sums are no longer numbers.
 *
 * @param bag rows of a feature's table, with mean zero and so many times the same precision
 */
export function drawPrior(
  { count, sum, squares }: RowSums,
  bag: (Pick<RowSums, 'count' | 'squares'> & { readonly ridge: number }) | null,
  random: Random,
  normal: () => number,
): Prior | null {
  const n = sum.length;
  const weight = 1 / (count + ROWS_OF_ZEROS);
  const scale = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * n + j;
      const ofBag = bag ? bag.ridge * (bag.squares[at] as number) : 0;
      const spread = (squares[at] as number) - weight * (sum[i] as number) * (sum[j] as number);
      scale[at] = spread + ofBag + (i === j ? 1 : 0);
    }
  }
  const precision = drawWishart(scale, n, n + count + (bag?.count ?? 0), random, normal);
  const factor = precision?.slice();
  if (!precision || !factor || !factorise(factor, n)) return null;
  const deviation = solveTransposed(factor, n, Float64Array.from({ length: n }, normal));
  const mean = sum.map((value, i) => weight * value + Math.sqrt(weight) * (deviation[i] as number));
  return { mean, precision };
}

/** Draws how many times the precision of the rows that of a feature's rows is, which have mean zero. */
export function drawRidge(
  { count, squares }: Pick<RowSums, 'count' | 'squares'>,
  { mean: { length: n }, precision }: Prior,
  random: Random,
  normal: () => number,
): number {
  let trace = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) trace += 2 * (precision[i * n + j] as number) * (squares[i * n + j] as number);
    trace += (precision[i * n + i] as number) * (squares[i * n + i] as number);
  }
  return drawGamma(1 + (count * n) / 2, random, normal) / (1 + trace / 2);
}

/** Draws the precision of the noise of single ratings, given the sum of their squared errors. */
export const drawPrecision = (count: number, squaredErrors: number, random: Random, normal: () => number): number =>
  drawGamma(1 + count / 2, random, normal) / (1 + squaredErrors / 2);

/** x with Lᵀ x = b, in the place of b. */
export function solveTransposed(l: Float64Array, n: number, b: Float64Array): Float64Array {
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] as number) * (b[k] as number);
    b[i] = sum / (l[i * n + i] as number);
  }
  return b;
}
