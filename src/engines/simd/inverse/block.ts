/** A pivot this far below its diagonal number is what rounding leaves of a zero. */
const LEAST_PIVOT = 1e-6;

/** Replaces a symmetric matrix (n, n) by its inverse, in double precision, by Gauss and Jordan; false where it is singular. */
export function invertBlock(values: Float64Array, n: number): boolean {
  const diagonal = Float64Array.from({ length: n }, (_, i) => values[i * n + i] as number);
  for (let p = 0; p < n; p++) {
    const row = values.subarray(p * n, (p + 1) * n);
    const pivot = row[p] as number;
    if (!(pivot > LEAST_PIVOT * (diagonal[p] as number))) return false;
    row[p] = 1;
    for (let j = 0; j < n; j++) row[j] = (row[j] as number) / pivot;
    for (let i = 0; i < n; i++) {
      if (i === p) continue;
      const other = i * n;
      const factor = values[other + p] as number;
      values[other + p] = 0;
      for (let j = 0; j < n; j++) values[other + j] = (values[other + j] as number) - factor * (row[j] as number);
    }
  }
  return true;
}
