/** What a step makes smaller, of the difference d = prediction − target in target units: d², |d|, or Huber's (1964) with δ = 1. */
export type LossName = 'squared' | 'absolute' | 'huber';

/** The derivative of a loss with respect to the prediction: 2d, the sign of d, or d held within ±1. */
export function lossSlope(loss: LossName, difference: number): number {
  if (loss === 'squared') return 2 * difference;
  return loss === 'absolute' ? Math.sign(difference) : Math.max(-1, Math.min(1, difference));
}
