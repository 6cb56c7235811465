import { madd, sumLanes, tailMask } from './math';

/** out[k] = a[k] · b[k] over `width` columns, out contiguous; a stride of 0 is one row for all. */
export function dotRows(a: usize, aStride: usize, b: usize, bStride: usize, rows: i32, width: i32, out: usize): void {
  const tail = tailMask(width);
  const last = (<usize>(width - 1) >> 2) << 4;
  for (let k: usize = 0, end = <usize>rows << 2; k < end; k += 4) {
    // Masked before the product: what stands beyond a row may be infinite.
    let sum = f32x4.mul(v128.and(tail, v128.load(a + last)), v128.and(tail, v128.load(b + last)));
    for (let d: usize = 0; d < last; d += 16) sum = madd(v128.load(a + d), v128.load(b + d), sum);
    store<f32>(out + k, sumLanes(sum));
    a += aStride;
    b += bStride;
  }
}

/** to[k] = weights[k] · from[k], `span` bytes of columns; a stride of 0 is one row for all. */
export function scaleRows(
  to: usize,
  toStride: usize,
  from: usize,
  fromStride: usize,
  weights: usize,
  rows: i32,
  span: usize,
): void {
  for (let k: usize = 0, end = <usize>rows << 2; k < end; k += 4) {
    const weight = v128.load_splat<f32>(weights + k);
    for (let d: usize = 0; d < span; d += 16) v128.store(to + d, f32x4.mul(weight, v128.load(from + d)));
    to += toStride;
    from += fromStride;
  }
}

/** to = start + Σ over rows of weights[k] · x[k], `span` bytes of columns; a stride of 0 is one row for all. */
export function weightedSum(
  to: usize,
  start: usize,
  x: usize,
  xStride: usize,
  weights: usize,
  rows: i32,
  span: usize,
): void {
  for (let d: usize = 0; d < span; d += 16) {
    let sum = v128.load(start + d);
    let at = x + d;
    for (let k: usize = 0, end = <usize>rows << 2; k < end; k += 4) {
      sum = madd(v128.load_splat<f32>(weights + k), v128.load(at), sum);
      at += xStride;
    }
    v128.store(to + d, sum);
  }
}
