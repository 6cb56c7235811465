import { exp } from './math';

// Softmax down the columns of a matrix: rows are `stride` bytes apart, of which `span` are worked on, whole vectors.

/** x[k] += bias[indices[k]] + corrections[k], in all columns; raises maxima to the largest number of each column. */
export function raiseColumns(
  x: usize,
  stride: usize,
  span: usize,
  rows: i32,
  bias: usize,
  biasStride: usize,
  indices: usize,
  corrections: usize,
  maxima: usize,
): void {
  for (let d: usize = 0; d < span; d += 16) {
    let most = v128.load(maxima + d);
    let at = x + d;
    for (let k: usize = 0, end = <usize>rows << 2; k < end; k += 4) {
      const change = load<f32>(bias + <usize>load<i32>(indices + k) * biasStride) + load<f32>(corrections + k);
      const value = f32x4.add(v128.load(at), f32x4.splat(change));
      v128.store(at, value);
      most = f32x4.pmax(most, value);
      at += stride;
    }
    v128.store(maxima + d, most);
  }
}

/** x = e^(x − maximum of its column); adds the sum of each column to sums. */
export function expColumns(x: usize, stride: usize, span: usize, rows: i32, maxima: usize, sums: usize): void {
  for (let d: usize = 0; d < span; d += 16) {
    const most = v128.load(maxima + d);
    let sum = f32x4.splat(0);
    let at = x + d;
    for (let k = 0; k < rows; k++) {
      const value = exp(f32x4.sub(v128.load(at), most));
      v128.store(at, value);
      sum = f32x4.add(sum, value);
      at += stride;
    }
    v128.store(sums + d, f32x4.add(v128.load(sums + d), sum));
  }
}

/** x · the factor of its column. */
export function scaleColumns(x: usize, stride: usize, span: usize, rows: i32, factors: usize): void {
  for (let d: usize = 0; d < span; d += 16) {
    const factor = v128.load(factors + d);
    let at = x + d;
    for (let k = 0; k < rows; k++) {
      v128.store(at, f32x4.mul(factor, v128.load(at)));
      at += stride;
    }
  }
}
