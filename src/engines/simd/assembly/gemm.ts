import { madd } from './math';

/**
 * C (m, n) = S + A (m, k) · B (k, n), with m a multiple of 4, n a multiple of 8, and any k. Element (i, p) of A is at
 * a + i · aRow + p · aStep, so that Aᵀ is read by exchanging the two; rows of B, S and C are contiguous, and S with
 * sRow = 0 is one row for all (a bias, or zeros).
 */
export function gemm(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  s: usize,
  sRow: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  const steps = <usize>k * aStep;
  for (let j: usize = 0, jEnd = <usize>n << 2; j < jEnd; j += 32) {
    for (let i = 0; i < m; i += 4) {
      let a0 = a + <usize>i * aRow;
      let a1 = a0 + aRow;
      let a2 = a1 + aRow;
      let a3 = a2 + aRow;
      let y = b + j;
      let at = s + <usize>i * sRow + j;
      let c00 = v128.load(at);
      let c01 = v128.load(at, 16);
      at += sRow;
      let c10 = v128.load(at);
      let c11 = v128.load(at, 16);
      at += sRow;
      let c20 = v128.load(at);
      let c21 = v128.load(at, 16);
      at += sRow;
      let c30 = v128.load(at);
      let c31 = v128.load(at, 16);
      for (const end = a0 + steps; a0 < end; ) {
        const b0 = v128.load(y);
        const b1 = v128.load(y, 16);
        let x = v128.load_splat<f32>(a0);
        c00 = madd(x, b0, c00);
        c01 = madd(x, b1, c01);
        x = v128.load_splat<f32>(a1);
        c10 = madd(x, b0, c10);
        c11 = madd(x, b1, c11);
        x = v128.load_splat<f32>(a2);
        c20 = madd(x, b0, c20);
        c21 = madd(x, b1, c21);
        x = v128.load_splat<f32>(a3);
        c30 = madd(x, b0, c30);
        c31 = madd(x, b1, c31);
        a0 += aStep;
        a1 += aStep;
        a2 += aStep;
        a3 += aStep;
        y += bRow;
      }
      let to = c + <usize>i * cRow + j;
      v128.store(to, c00);
      v128.store(to, c01, 16);
      to += cRow;
      v128.store(to, c10);
      v128.store(to, c11, 16);
      to += cRow;
      v128.store(to, c20);
      v128.store(to, c21, 16);
      to += cRow;
      v128.store(to, c30);
      v128.store(to, c31, 16);
    }
  }
}
