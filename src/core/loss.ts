import { clamp } from './clamp.ts';

/** Of the difference d = prediction − target in target units: d², |d|, or Huber's (1964) with δ = 1. */
export type PointwiseLoss = 'squared' | 'absolute' | 'huber';

/**
 * What a step makes smaller. `bpr` looks at pairs: a batch's predictions 2k and 2k + 1 are the scores of what a user liked and of what
 * they did not rate, and each of the two counts −ln σ(s₂ₖ − s₂ₖ₊₁) (Rendle et al. 2009, "BPR: Bayesian Personalized Ranking from
 * Implicit Feedback", section 4.1).
 */
export type LossName = PointwiseLoss | 'bpr';

/** Whether predictions are scores, which only rank, and not stars. */
export const isPairwise = (loss: LossName): loss is 'bpr' => loss === 'bpr';

/** Whether a model has no stars to tell, and only ranks. */
export const ranksOnly = ({ loss, listWeight }: { readonly loss: LossName; readonly listWeight: number }): boolean =>
  isPairwise(loss) || listWeight === 1;

/** How many predictions belong together, one after the other in a batch. */
export const groupSize = (loss: LossName): 1 | 2 => (isPairwise(loss) ? 2 : 1);

/** The derivative of a loss with respect to the prediction: 2d, the sign of d, or d held within ±1. */
export function lossSlope(loss: PointwiseLoss, difference: number): number {
  if (loss === 'squared') return 2 * difference;
  return loss === 'absolute' ? Math.sign(difference) : clamp(difference, -1, 1);
}

/** The derivatives of a batch's summed loss with respect to its predictions. */
export function lossSlopes(loss: LossName, predictions: ArrayLike<number>, targets: ArrayLike<number>): Float64Array {
  if (!isPairwise(loss)) {
    return Float64Array.from(predictions, (value, i) => lossSlope(loss, value - (targets[i] as number)));
  }
  return Float64Array.from(predictions, (_, i) => {
    const share = 2 / (1 + Math.exp(marginAt(predictions, i)));
    return i % 2 === 0 ? -share : share;
  });
}

/** What is reported of a batch: the sum of its squared errors, whatever the loss; of pairs that of their −ln σ, twice each. */
export function reportedSum(loss: LossName, predictions: ArrayLike<number>, targets: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < predictions.length; i++) {
    const ofOne = isPairwise(loss)
      ? pairLoss(marginAt(predictions, i))
      : ((predictions[i] as number) - (targets[i] as number)) ** 2;
    sum += ofOne;
  }
  return sum;
}

/** The error that such a sum comes to: the RMSE, or the mean of −ln σ. */
export const errorOf = (loss: LossName, mean: number): number => (isPairwise(loss) ? mean : Math.sqrt(mean));

/** −ln σ(margin), without overflow. */
export const pairLoss = (margin: number): number => Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));

/** By how much the liked one of the pair that prediction i belongs to is ahead. */
function marginAt(predictions: ArrayLike<number>, i: number): number {
  const first = i - (i % 2);
  return (predictions[first] as number) - (predictions[first + 1] as number);
}
