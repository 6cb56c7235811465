import { type Eigen, symmetricEigen } from './eigen.ts';
import type { VectorTable } from './vector-table.ts';

/** Orthogonal directions in which vectors vary, that of the largest variance first. */
export interface PrincipalAxes {
  readonly mean: Float64Array; // (width)
  /** Row i is axis i, of length 1. */
  readonly axes: Float64Array; // (width, width) row-major
  /** Along each axis. */
  readonly variances: Float64Array; // (width)
  /** The sum of all variances. */
  readonly variance: number;
}

/** Principal component analysis: the eigenvectors of the covariance matrix, whose sums are divided by the number of rows. */
export function principalAxes(table: VectorTable): PrincipalAxes {
  const { width } = table;
  const mean = meanOf(table);
  const { values, vectors }: Eigen = symmetricEigen(covariance(table, mean), width);
  const variances = values.map((value) => Math.max(0, value));
  return { mean, axes: vectors, variances, variance: variances.reduce((sum, value) => sum + value, 0) };
}

function meanOf({ values, rows, width }: VectorTable): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < values.length; at += width) {
    for (let i = 0; i < width; i++) mean[i] = (mean[i] as number) + (values[at + i] as number);
  }
  return mean.map((sum) => sum / Math.max(1, rows));
}

type Row = Float64Array;

/** Above the diagonal and below it, (width, width). */
function covariance({ values, rows, width }: VectorTable, mean: Float64Array): Float64Array {
  const sums = new Float64Array(width * width);
  // Four rows at a time, so that a sum is read and written a quarter as often.
  const [a, b, c, d] = [0, 1, 2, 3].map(() => new Float64Array(width)) as [Row, Row, Row, Row];
  for (let row = 0; row < rows; row += 4) {
    for (const [k, centred] of [a, b, c, d].entries()) {
      const from = (row + k) * width;
      for (let i = 0; i < width; i++) centred[i] = row + k < rows ? (values[from + i] as number) - (mean[i] as number) : 0;
    }
    for (let i = 0; i < width; i++) {
      const w = a[i] as number;
      const x = b[i] as number;
      const y = c[i] as number;
      const z = d[i] as number;
      for (let j = i, at = i * width + i; j < width; j++, at++) {
        sums[at] =
          (sums[at] as number) + w * (a[j] as number) + x * (b[j] as number) + y * (c[j] as number) + z * (d[j] as number);
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = i; j < width; j++) {
      const value = (sums[i * width + j] as number) / Math.max(1, rows);
      sums[i * width + j] = value;
      sums[j * width + i] = value;
    }
  }
  return sums;
}

/** Where each row lies along the first `count` axes, (rows, count); 0 along axes that there are not. */
export function project(
  { values, rows, width }: VectorTable,
  { mean, axes }: Pick<PrincipalAxes, 'mean' | 'axes'>,
  count: number,
): Float32Array<ArrayBuffer> {
  const places = new Float32Array(rows * count);
  for (let axis = 0; axis < Math.min(count, width); axis++) {
    const direction = axes.subarray(axis * width, (axis + 1) * width);
    let offset = 0;
    for (let i = 0; i < width; i++) offset += (mean[i] as number) * (direction[i] as number);
    for (let row = 0; row < rows; row++) {
      let sum = -offset;
      const from = row * width;
      for (let i = 0; i < width; i++) sum += (values[from + i] as number) * (direction[i] as number);
      places[row * count + axis] = sum;
    }
  }
  return places;
}
