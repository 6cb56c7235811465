import { madd, sumLanes } from './math';

/** Sums of multiples of 1 / this are exact, as in core/exact-sum.ts. */
const EXACT: f64 = 268435456;

/**
 * Learns `count` ratings one after the other: `entries` has a user, a movie and a target for each. With the error e = target −
 * (offset + both biases + p · q), p ← userKeep · p + rate · e · q and q likewise with p as it was, and each bias ← its keep · itself + biasRate · e.
 * Adds Σ e² to the f64 at `sum`.
 */
export function learnRatings(
  entries: usize,
  count: i32,
  users: usize,
  userStride: usize,
  movies: usize,
  movieStride: usize,
  span: usize,
  userBiases: usize,
  userBiasStride: usize,
  movieBiases: usize,
  movieBiasStride: usize,
  offset: f32,
  rate: f32,
  userKeep: f32,
  movieKeep: f32,
  biasRate: f32,
  userBiasKeep: f32,
  movieBiasKeep: f32,
  sum: usize,
): void {
  const pairs = span & ~31;
  const keepP = f32x4.splat(userKeep);
  const keepQ = f32x4.splat(movieKeep);
  let total: f64 = 0;
  for (let end = entries + <usize>count * 12; entries < end; entries += 12) {
    const user = <usize>load<u32>(entries);
    const movie = <usize>load<u32>(entries, 4);
    const p = users + user * userStride;
    const q = movies + movie * movieStride;
    const userBias = userBiases + user * userBiasStride;
    const movieBias = movieBiases + movie * movieBiasStride;
    let even = f32x4.splat(0);
    let odd = even;
    for (let d: usize = 0; d < pairs; d += 32) {
      even = madd(v128.load(p + d), v128.load(q + d), even);
      odd = madd(v128.load(p + d, 16), v128.load(q + d, 16), odd);
    }
    if (pairs < span) even = madd(v128.load(p + pairs), v128.load(q + pairs), even);
    const biases = load<f32>(userBias) + load<f32>(movieBias);
    const error = load<f32>(entries, 8) - (sumLanes(f32x4.add(even, odd)) + biases + offset);
    total += <f64>error * <f64>error;
    const pull = f32x4.splat(rate * error);
    for (let d: usize = 0; d < pairs; d += 32) {
      stepPair(p + d, q + d, pull, keepP, keepQ);
      stepPair(p + d + 16, q + d + 16, pull, keepP, keepQ);
    }
    if (pairs < span) stepPair(p + pairs, q + pairs, pull, keepP, keepQ);
    const biasPull = biasRate * error;
    store<f32>(userBias, userBiasKeep * load<f32>(userBias) + biasPull);
    store<f32>(movieBias, movieBiasKeep * load<f32>(movieBias) + biasPull);
  }
  store<f64>(sum, load<f64>(sum) + nearest<f64>(total * EXACT) / EXACT);
}

/** Four numbers of a user's row and of a movie's, each by the other as it was. */
// @ts-ignore: decorator
@inline
function stepPair(p: usize, q: usize, pull: v128, keepP: v128, keepQ: v128): void {
  const x = v128.load(p);
  const y = v128.load(q);
  v128.store(p, madd(pull, y, f32x4.mul(keepP, x)));
  v128.store(q, madd(pull, x, f32x4.mul(keepQ, y)));
}
