/** a · b + c: one rounding where the machine has fused multiply-add and the build may use it, else two. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c − a · b, rounded as `madd` is. */
// @ts-ignore: decorator
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

/** x held within ± limit; what is not a number stays so. */
// @ts-ignore: decorator
@inline
export function clip(x: v128, limit: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, limit), f32x4.neg(limit));
}

// @ts-ignore: decorator
@inline
export function sumLanes(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** All bits in the lanes that belong to a row of `width` columns, in its last vector. */
// @ts-ignore: decorator
@inline
export function tailMask(width: i32): v128 {
  return i32x4.le_s(i32x4(0, 1, 2, 3), i32x4.splat((width - 1) & 3));
}

/** e^x to about one unit in the last place (the polynomial of Cephes' expf); x is held within ±87. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  // In this order what is not a number stays so.
  const held = f32x4.pmax(f32x4.pmin(x, f32x4.splat(87)), f32x4.splat(-87));
  // Adding 1.5 · 2²³ rounds to a whole number, which is then in the lowest bits.
  const rounded = f32x4.add(f32x4.mul(held, f32x4.splat(1.44269504088896341)), f32x4.splat(12582912));
  const n = f32x4.sub(rounded, f32x4.splat(12582912));
  // ln 2 in two parts, so that n · ln 2 loses no bits.
  let r = f32x4.sub(held, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = madd(p, r, f32x4.splat(1.3981999507e-3));
  p = madd(p, r, f32x4.splat(8.3334519073e-3));
  p = madd(p, r, f32x4.splat(4.1665795894e-2));
  p = madd(p, r, f32x4.splat(1.6666665459e-1));
  p = madd(p, r, f32x4.splat(5.0000001201e-1));
  p = madd(p, f32x4.mul(r, r), f32x4.add(r, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(rounded, i32x4.splat(127 - 0x4b400000)), 23);
  return f32x4.mul(p, power);
}
