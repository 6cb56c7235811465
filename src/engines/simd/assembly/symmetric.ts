import { madd, nmadd, sumLanes } from './math';
import { addTile } from './tile';

/** C (n, n) += Xᵀ · X of `count` rows of X, on and above the diagonal, with n a multiple of 8; below it C may be anything. */
export function addSquares(c: usize, cStride: usize, x: usize, xStride: usize, count: i32, n: i32): void {
  for (let i = 0; i < n; i += 4) {
    for (let j = i & ~7; j < n; j += 8) {
      const to = c + <usize>i * cStride + (<usize>j << 2);
      addTile(to, cStride, x + (<usize>i << 2), x + (<usize>j << 2), xStride, xStride, count, false);
    }
  }
}

/** A pivot this far below its diagonal number is what rounding leaves of a zero. */
const LEAST_PIVOT: f32 = 1e-6;

/**
 * Replaces A (n, n), n a multiple of 8, by U with A = Uᵀ · U (Cholesky); A is read, and U written, on and above the diagonal. Returns n, or
 * the number of the first row that depends on those before it: A is singular then, or not positive definite.
 */
export function factorise(a: usize, stride: usize, n: i32): i32 {
  for (let i = 0; i < n; i += 4) {
    const rows = a + <usize>i * stride;
    const column = <usize>i << 2;
    const own = v128.load(rows + column);
    let diagonal = f32x4.replace_lane(own, 1, load<f32>(rows + stride + column, 4));
    diagonal = f32x4.replace_lane(diagonal, 2, load<f32>(rows + 2 * stride + column, 8));
    diagonal = f32x4.replace_lane(diagonal, 3, load<f32>(rows + 3 * stride + column, 12));
    for (let j = i & ~7; j < n; j += 8) {
      addTile(rows + (<usize>j << 2), stride, a + column, a + (<usize>j << 2), stride, stride, i, true);
    }
    if (!factoriseRow(rows, stride, column, n, 0, f32x4.extract_lane(diagonal, 0))) return i;
    if (!factoriseRow(rows, stride, column, n, 1, f32x4.extract_lane(diagonal, 1))) return i + 1;
    if (!factoriseRow(rows, stride, column, n, 2, f32x4.extract_lane(diagonal, 2))) return i + 2;
    if (!factoriseRow(rows, stride, column, n, 3, f32x4.extract_lane(diagonal, 3))) return i + 3;
  }
  return n;
}

/** Scales row `p` of four rows, from their common column on, and takes it out of those below it. False where its pivot is none. */
// @ts-ignore: decorator
@inline
function factoriseRow(rows: usize, stride: usize, column: usize, n: i32, p: i32, diagonal: f32): bool {
  const row = rows + <usize>p * stride;
  const pivot = load<f32>(row + column + (<usize>p << 2));
  if (!(pivot > LEAST_PIVOT * diagonal)) return false;
  const scale = f32x4.splat(<f32>1 / sqrt<f32>(pivot));
  const end = <usize>n << 2;
  for (let j = column; j < end; j += 16) v128.store(row + j, f32x4.mul(scale, v128.load(row + j)));
  for (let q = p + 1; q < 4; q++) {
    const below = rows + <usize>q * stride;
    const factor = v128.load_splat<f32>(row + column + (<usize>q << 2));
    for (let j = column; j < end; j += 16) v128.store(below + j, nmadd(factor, v128.load(row + j), v128.load(below + j)));
  }
  return true;
}

/** Replaces b (n) by y with Uᵀ · y = b, U being what `factorise` leaves of A; returns y · y, which is b · A⁻¹b. */
export function solveLower(u: usize, stride: usize, n: i32, b: usize): f64 {
  let square: f64 = 0;
  for (let p = 0; p < n; p++) {
    const row = u + <usize>p * stride;
    const value = load<f32>(b + (<usize>p << 2)) / load<f32>(row + (<usize>p << 2));
    store<f32>(b + (<usize>p << 2), value);
    square += <f64>value * <f64>value;
    let j = p + 1;
    for (; (j & 3) !== 0; j++) {
      const at = <usize>j << 2;
      store<f32>(b + at, load<f32>(b + at) - value * load<f32>(row + at));
    }
    const factor = f32x4.splat(value);
    for (let at = <usize>j << 2, end = <usize>n << 2; at < end; at += 16) {
      v128.store(b + at, nmadd(factor, v128.load(row + at), v128.load(b + at)));
    }
  }
  return square;
}

/** Replaces y (n) by x with U · x = y. */
export function solveUpper(u: usize, stride: usize, n: i32, y: usize): void {
  for (let p = n - 1; p >= 0; p--) {
    const row = u + <usize>p * stride;
    let sum = f32x4.splat(0);
    let j = p + 1;
    let head: f32 = 0;
    for (; (j & 3) !== 0; j++) head += load<f32>(row + (<usize>j << 2)) * load<f32>(y + (<usize>j << 2));
    for (let at = <usize>j << 2, end = <usize>n << 2; at < end; at += 16) sum = madd(v128.load(row + at), v128.load(y + at), sum);
    const rest = load<f32>(y + (<usize>p << 2)) - head - sumLanes(sum);
    store<f32>(y + (<usize>p << 2), rest / load<f32>(row + (<usize>p << 2)));
  }
}
