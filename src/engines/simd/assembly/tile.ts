import { madd, nmadd } from './math';

/**
 * Four rows and eight columns of C ± Xᵀ · Y, the rows of X and Y being so many bytes apart. Its accumulators stay in registers, however
 * many rows there are.
 */
// @ts-ignore: decorator
@inline
export function addTile(
  c: usize,
  cStride: usize,
  x: usize,
  y: usize,
  xStride: usize,
  yStride: usize,
  count: i32,
  negative: bool,
): void {
  let at = c;
  let c00 = v128.load(at);
  let c01 = v128.load(at, 16);
  at += cStride;
  let c10 = v128.load(at);
  let c11 = v128.load(at, 16);
  at += cStride;
  let c20 = v128.load(at);
  let c21 = v128.load(at, 16);
  at += cStride;
  let c30 = v128.load(at);
  let c31 = v128.load(at, 16);
  for (const end = x + <usize>count * xStride; x < end; x += xStride) {
    const y0 = v128.load(y);
    const y1 = v128.load(y, 16);
    let factor = v128.load_splat<f32>(x);
    c00 = negative ? nmadd(factor, y0, c00) : madd(factor, y0, c00);
    c01 = negative ? nmadd(factor, y1, c01) : madd(factor, y1, c01);
    factor = v128.load_splat<f32>(x, 4);
    c10 = negative ? nmadd(factor, y0, c10) : madd(factor, y0, c10);
    c11 = negative ? nmadd(factor, y1, c11) : madd(factor, y1, c11);
    factor = v128.load_splat<f32>(x, 8);
    c20 = negative ? nmadd(factor, y0, c20) : madd(factor, y0, c20);
    c21 = negative ? nmadd(factor, y1, c21) : madd(factor, y1, c21);
    factor = v128.load_splat<f32>(x, 12);
    c30 = negative ? nmadd(factor, y0, c30) : madd(factor, y0, c30);
    c31 = negative ? nmadd(factor, y1, c31) : madd(factor, y1, c31);
    y += yStride;
  }
  at = c;
  v128.store(at, c00);
  v128.store(at, c01, 16);
  at += cStride;
  v128.store(at, c10);
  v128.store(at, c11, 16);
  at += cStride;
  v128.store(at, c20);
  v128.store(at, c21, 16);
  at += cStride;
  v128.store(at, c30);
  v128.store(at, c31, 16);
}
