import { factorise } from '../cholesky.ts';
import type { Random } from '../random.ts';

/** Draws one number from a gamma distribution with this shape and the scale 1 (Marsaglia and Tsang 2000). */
export function drawGamma(shape: number, random: Random, normal: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random, normal) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * Draws a matrix (n, n) from a Wishart distribution with the scale S⁻¹ and these degrees of freedom (Bartlett 1933): their product is the
 * mean. Null where S is not positive definite.
 *
 * @param inverseScale S (n, n), of which the lower triangle is read
 */
export function drawWishart(
  inverseScale: Float64Array,
  n: number,
  degrees: number,
  random: Random,
  normal: () => number,
): Float64Array | null {
  const l = inverseScale.slice();
  if (!factorise(l, n)) return null;
  // With S = L Lᵀ and A lower triangular, M = L⁻ᵀ A has M Mᵀ in the distribution of the scale S⁻¹.
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    m[i * n + i] = Math.sqrt(2 * drawGamma((degrees - i) / 2, random, normal));
    for (let j = 0; j < i; j++) m[i * n + j] = normal();
  }
  for (let column = 0; column < n; column++) {
    for (let i = n - 1; i >= 0; i--) {
      let sum = m[i * n + column] as number;
      for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] as number) * (m[k * n + column] as number);
      m[i * n + column] = sum / (l[i * n + i] as number);
    }
  }
  return timesItsTranspose(m, n);
}

function timesItsTranspose(m: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (m[i * n + k] as number) * (m[j * n + k] as number);
      product[i * n + j] = sum;
      product[j * n + i] = sum;
    }
  }
  return product;
}
