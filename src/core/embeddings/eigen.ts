/** Eigenvalues with their vectors, the largest first. */
export interface Eigen {
  readonly values: Float64Array; // (size)
  /** Row i belongs to value i; each of length 1. */
  readonly vectors: Float64Array; // (size, size) row-major
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix Computations", section 8.5). A
 * vector's largest number is positive, so that the same matrix gives the same vectors.
 *
 * @param matrix - (size, size), which is overwritten
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * (size + 1)] = 1;
  let total = 0;
  for (const value of matrix) total += value * value;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (offDiagonal(matrix, size) <= 1e-22 * total) break;
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, size, p, q);
  }
  return sorted(matrix, vectors, size);
}

/** The sum of squares above the diagonal. */
function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) sum += (matrix[i * size + j] as number) ** 2;
  return sum;
}

/** Makes the entry (p, q) zero. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = matrix[p * size + q] as number;
  if (off === 0) return;
  const theta = ((matrix[q * (size + 1)] as number) - (matrix[p * (size + 1)] as number)) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) mix(matrix, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) mix(matrix, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) mix(vectors, p * size + k, q * size + k, cosine, sine);
}

function mix(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const x = values[a] as number;
  const y = values[b] as number;
  values[a] = cosine * x - sine * y;
  values[b] = sine * x + cosine * y;
}

function sorted(matrix: Float64Array, vectors: Float64Array, size: number): Eigen {
  const valueAt = (i: number): number => matrix[i * (size + 1)] as number;
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => valueAt(b) - valueAt(a) || a - b);
  const ordered = new Float64Array(size * size);
  order.forEach((from, to) => {
    const vector = vectors.subarray(from * size, (from + 1) * size);
    const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < size; i++) ordered[to * size + i] = sign * (vector[i] as number);
  });
  return { values: Float64Array.from(order, valueAt), vectors: ordered };
}
