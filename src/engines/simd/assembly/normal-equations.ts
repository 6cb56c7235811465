/**
 * out[k] = scales[k] · table[indices[k]], `span` bytes of columns, and zeros from there to `outStride`: with √w for scales, Xᵀ · X is
 * Σ w y yᵀ.
 */
export function gatherScaled(
  table: usize,
  tableStride: usize,
  indices: usize,
  scales: usize,
  count: i32,
  span: usize,
  out: usize,
  outStride: usize,
): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const row = table + <usize>load<i32>(indices + k) * tableStride;
    const scale = v128.load_splat<f32>(scales + k);
    let d: usize = 0;
    for (; d < span; d += 16) v128.store(out + d, f32x4.mul(scale, v128.load(row + d)));
    for (; d < outStride; d += 16) v128.store(out + d, f32x4.splat(0));
    out += outStride;
  }
}

/** A (n, n) = base + ridge · I. */
export function startMatrix(a: usize, base: usize, stride: usize, n: i32, ridge: f32): void {
  memory.copy(a, base, <usize>n * stride);
  for (let i = 0, at = a; i < n; i++, at += stride + 4) store<f32>(at, load<f32>(at) + ridge);
}
