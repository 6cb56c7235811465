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
