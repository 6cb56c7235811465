import { exp } from './math';

/** Sums of multiples of 1 / this are exact, as in core/exact-sum.ts. */
const EXACT: f64 = 268435456;

/** error[k] = scale · (predictions[k] − targets[k]); adds Σ (predictions[k] − targets[k])² to the f64 at `sum`. */
export function squaredError(error: usize, predictions: usize, targets: usize, count: i32, scale: f32, sum: usize): void {
  let total: f64 = 0;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const difference = load<f32>(predictions + k) - load<f32>(targets + k);
    total += <f64>difference * <f64>difference;
    store<f32>(error + k, scale * difference);
  }
  store<f64>(sum, load<f64>(sum) + nearest<f64>(total * EXACT) / EXACT);
}

/**
 * The same where error[k] = scale · the difference held within ± limit; with a limit of 0, scale · its sign.
 */
export function boundedError(
  error: usize,
  predictions: usize,
  targets: usize,
  count: i32,
  scale: f32,
  limit: f32,
  sum: usize,
): void {
  let total: f64 = 0;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const difference = load<f32>(predictions + k) - load<f32>(targets + k);
    total += <f64>difference * <f64>difference;
    let slope = max<f32>(-limit, min<f32>(limit, difference));
    if (limit == 0) slope = difference == 0 ? 0 : copysign<f32>(1, difference);
    store<f32>(error + k, scale * slope);
  }
  store<f64>(sum, load<f64>(sum) + nearest<f64>(total * EXACT) / EXACT);
}

/**
 * Predictions 2k and 2k + 1 are a pair, d their difference: error[2k] = −scale · σ(−d) and error[2k + 1] = scale · σ(−d); adds
 * Σ −ln σ(d) over predictions, twice a pair, to the f64 at `sum`. `count` is even.
 */
export function pairwiseError(error: usize, predictions: usize, count: i32, scale: f32, sum: usize): void {
  let total: f64 = 0;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 8) {
    const margin = load<f32>(predictions + k) - load<f32>(predictions + k + 4);
    // At most 1: e^|d| might overflow.
    const power = f32x4.extract_lane(exp(f32x4.splat(-abs<f32>(margin))), 0);
    const share = (margin > 0 ? power : 1) / (1 + power);
    total += 2 * (<f64>max<f32>(-margin, 0) + NativeMath.log1p(<f64>power));
    store<f32>(error + k, -scale * share);
    store<f32>(error + k + 4, scale * share);
  }
  store<f64>(sum, load<f64>(sum) + nearest<f64>(total * EXACT) / EXACT);
}

/**
 * Predictions come in groups of `size`, a liked one first: the difference d of each other is how far the first is ahead of it. Without
 * `softmax` error = scale · σ(−d) / (size − 1) of each other; with it, scale · its share in e^score over the group, the others' scores
 * raised by corrections[movies[k]] where those are not 0; the first has minus the sum of the others' errors. Adds, whichever the loss,
 * Σ −ln σ(d) · size / (size − 1) to the f64 at `sum`.
 */
export function groupError(
  error: usize,
  predictions: usize,
  movies: usize,
  corrections: usize,
  count: i32,
  size: i32,
  softmax: i32,
  scale: f32,
  sum: usize,
): void {
  const others = <f32>(size - 1);
  const bytes = <usize>size << 2;
  let total: f64 = 0;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += bytes) {
    const liked = load<f32>(predictions + k);
    let most = liked;
    for (let j = k + 4; j < k + bytes; j += 4) {
      const score = load<f32>(predictions + j);
      const margin = liked - score;
      const power = f32x4.extract_lane(exp(f32x4.splat(-abs<f32>(margin))), 0);
      total += <f64>max<f32>(-margin, 0) + NativeMath.log1p(<f64>power);
      if (softmax == 0) store<f32>(error + j, (scale / others) * ((margin > 0 ? power : 1) / (1 + power)));
      else {
        const raised = score + (corrections == 0 ? 0 : load<f32>(corrections + (<usize>load<i32>(movies + j) << 2)));
        store<f32>(error + j, raised);
        most = max<f32>(most, raised);
      }
    }
    if (softmax != 0) shareOut(error + k, liked, most, bytes, scale);
    let pulled: f32 = 0;
    for (let j: usize = 4; j < bytes; j += 4) pulled += load<f32>(error + k + j);
    store<f32>(error + k, -pulled);
  }
  store<f64>(sum, load<f64>(sum) + nearest<f64>((total * <f64>size) / <f64>others * EXACT) / EXACT);
}

/** Turns the raised scores of a group's others into scale · their shares. */
// @ts-ignore: decorator
@inline
function shareOut(group: usize, liked: f32, most: f32, bytes: usize, scale: f32): void {
  let all = f32x4.extract_lane(exp(f32x4.splat(liked - most)), 0);
  for (let j: usize = 4; j < bytes; j += 4) {
    const power = f32x4.extract_lane(exp(f32x4.splat(load<f32>(group + j) - most)), 0);
    store<f32>(group + j, power);
    all += power;
  }
  for (let j: usize = 4; j < bytes; j += 4) store<f32>(group + j, (scale / all) * load<f32>(group + j));
}
