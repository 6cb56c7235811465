import { clip, madd } from './math';

/**
 * One optimizer step for the bytes from … to − 1 of a dense layer's table: sums the slices' gradients in order, clips, then
 * m = keep₁ m + gain₁ g, v = keep₂ v + gain₂ g², w −= rate · m / (√v + epsilon). `rule` holds keep₁, keep₂, gain₁, gain₂, limit.
 */
export function updateDense(
  w: usize,
  m: usize,
  v: usize,
  gradients: usize,
  sliceStride: usize,
  slices: i32,
  from: usize,
  to: usize,
  rule: usize,
  rate: f32,
  epsilon: f32,
): void {
  const keep1 = v128.load_splat<f32>(rule);
  const keep2 = v128.load_splat<f32>(rule, 4);
  const gain1 = v128.load_splat<f32>(rule, 8);
  const gain2 = v128.load_splat<f32>(rule, 12);
  const limit = v128.load_splat<f32>(rule, 16);
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  for (let d = from; d < to; d += 16) {
    let g = v128.load(gradients + d);
    for (let slice = 1; slice < slices; slice++) g = f32x4.add(g, v128.load(gradients + <usize>slice * sliceStride + d));
    g = clip(g, limit);
    const first = madd(keep1, v128.load(m + d), f32x4.mul(gain1, g));
    const second = madd(keep2, v128.load(v + d), f32x4.mul(gain2, f32x4.mul(g, g)));
    v128.store(m + d, first);
    v128.store(v + d, second);
    const change = f32x4.div(f32x4.mul(rates, first), f32x4.add(f32x4.sqrt(second), epsilons));
    v128.store(w + d, f32x4.sub(v128.load(w + d), change));
  }
}
