import { exp, madd } from './math';

// All of these work on `bytes` contiguous bytes, a multiple of 16, and may work in place.

/** to = factor · x + offset. */
export function affine(to: usize, x: usize, bytes: usize, factor: f32, offset: f32): void {
  const factors = f32x4.splat(factor);
  const offsets = f32x4.splat(offset);
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, madd(factors, v128.load(x + d), offsets));
}

/** to = x + y. */
export function add(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f32x4.add(v128.load(x + d), v128.load(y + d)));
}

/** to = x · y. */
export function multiply(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f32x4.mul(v128.load(x + d), v128.load(y + d)));
}

/** to = max(0, x). */
export function relu(to: usize, x: usize, bytes: usize): void {
  const zero = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f32x4.max(zero, v128.load(x + d)));
}

/** to = error where the output y of relu is above 0, else 0. */
export function reluSlope(to: usize, error: usize, y: usize, bytes: usize): void {
  const zero = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, v128.and(f32x4.gt(v128.load(y + d), zero), v128.load(error + d)));
  }
}

/** to = 1 / (1 + e^−x). */
export function sigmoid(to: usize, x: usize, bytes: usize): void {
  const one = f32x4.splat(1);
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, f32x4.div(one, f32x4.add(one, exp(f32x4.neg(v128.load(x + d))))));
  }
}

/** to = error · y · (1 − y), y being the output of sigmoid. */
export function sigmoidSlope(to: usize, error: usize, y: usize, bytes: usize): void {
  const one = f32x4.splat(1);
  for (let d: usize = 0; d < bytes; d += 16) {
    const value = v128.load(y + d);
    v128.store(to + d, f32x4.mul(v128.load(error + d), f32x4.mul(value, f32x4.sub(one, value))));
  }
}
