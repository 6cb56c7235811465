/** Adds weight · v vᵀ to a symmetric matrix (n, n), of which the lower triangle is kept. */
export function addSquare(matrix: Float64Array, vector: ArrayLike<number>, weight: number): void {
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    const scaled = weight * (vector[i] as number);
    if (scaled === 0) continue;
    for (let j = 0, at = i * n; j <= i; j++, at++) matrix[at] = (matrix[at] as number) + scaled * (vector[j] as number);
  }
}

/** Puts L of L Lᵀ in the place of the lower triangle of a symmetric matrix (n, n). False where it is not positive definite. */
export function factorise(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * n + k] as number) * (matrix[j * n + k] as number);
      if (i === j && !(sum > 0)) return false;
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / (matrix[j * n + j] as number);
    }
  }
  return true;
}

/** x with L Lᵀ x = b. */
export function solve(factor: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  return x;
}

/** Σ aᵢ bᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  // Four sums, so that none waits for the one before.
  const whole = a.length - (a.length % 4);
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    p += (a[i] as number) * (b[i] as number);
    q += (a[i + 1] as number) * (b[i + 1] as number);
    r += (a[i + 2] as number) * (b[i + 2] as number);
    s += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (let i = whole; i < a.length; i++) p += (a[i] as number) * (b[i] as number);
  return p + q + (r + s);
}
