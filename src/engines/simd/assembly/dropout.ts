/** Four of src/core/random.ts' mix32. */
// @ts-ignore: decorator
@inline
function mix32(value: v128): v128 {
  let x = i32x4.mul(v128.xor(value, i32x4.shr_u(value, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/**
 * Rows `firstRow` … of a layer's mask in a batch, as src/core/dropout.ts draws it: 0 or `kept`. `width` is the layer's true
 * width, which the count of elements goes by; what stands beyond it in a row means nothing.
 */
export function drawMask(
  to: usize,
  stride: usize,
  rows: i32,
  width: i32,
  firstRow: i32,
  key: i32,
  threshold: u32,
  kept: f32,
): void {
  const thresholds = i32x4.splat(threshold);
  const scale = f32x4.splat(kept);
  const span = <usize>((width + 3) & ~3) << 2;
  let element = key + firstRow * width;
  for (let row = 0; row < rows; row++) {
    let at = i32x4.add(i32x4.splat(element), i32x4(0, 1, 2, 3));
    for (let d: usize = 0; d < span; d += 16) {
      v128.store(to + d, v128.and(i32x4.ge_u(mix32(at), thresholds), scale));
      at = i32x4.add(at, i32x4.splat(4));
    }
    element += width;
    to += stride;
  }
}
