import { clamp } from './clamp.ts';

/** Of the difference d = prediction − target in target units: d², |d|, or Huber's (1964) with δ = 1. */
export type PointwiseLoss = 'squared' | 'absolute' | 'huber';

/**
 * What a step makes smaller. `bpr` looks at pairs: a batch's predictions 2k and 2k + 1 are the scores of what a user liked and of what
 * they did not rate, and each of the two counts −ln σ(s₂ₖ − s₂ₖ₊₁) (Rendle et al. 2009, "BPR: Bayesian Personalized Ranking from
 * Implicit Feedback", section 4.1).
 */
export type GradientLoss = PointwiseLoss | 'bpr';

/**
 * `implicit` looks at all pairs of a user and a movie, and is made smaller by solving for whole rows (see core/implicit.ts). Its examples
 * are the liked pairs alone, with their weights for targets. Held out they are pairs of movies as with `bpr`, each with what it counts for a
 * target: w₂ₖ (1 − s₂ₖ)² + w₂ₖ₊₁ s₂ₖ₊₁².
 */
export type LossName = GradientLoss | 'implicit';

/** Whether predictions are scores, which only rank, and not stars. */
export const givesScores = (loss: LossName): loss is 'bpr' | 'implicit' => loss === 'bpr' || loss === 'implicit';

/** Whether its examples are pairs of two movies. */
export const isPairwise = (loss: LossName): loss is 'bpr' => loss === 'bpr';

/** What there are so many of to learn from. */
export const learnedFrom = (loss: LossName): string =>
  loss === 'bpr' ? 'pairs' : loss === 'implicit' ? 'liked ratings' : 'ratings';

/** How many predictions belong together, one after the other in a batch. */
export const groupSize = (loss: LossName): 1 | 2 => (isPairwise(loss) ? 2 : 1);

/** The derivative of a loss with respect to the prediction: 2d, the sign of d, or d held within ±1. */
export function lossSlope(loss: PointwiseLoss, difference: number): number {
  if (loss === 'squared') return 2 * difference;
  return loss === 'absolute' ? Math.sign(difference) : clamp(difference, -1, 1);
}

/** The derivatives of a batch's summed loss with respect to its predictions. */
export function lossSlopes(loss: LossName, predictions: ArrayLike<number>, targets: ArrayLike<number>): Float64Array {
  if (loss === 'implicit') throw new RangeError('This loss is made smaller by solving, not by a gradient');
  if (!isPairwise(loss)) {
    return Float64Array.from(predictions, (value, i) => lossSlope(loss, value - (targets[i] as number)));
  }
  return Float64Array.from(predictions, (_, i) => {
    const share = 2 / (1 + Math.exp(marginAt(predictions, i)));
    return i % 2 === 0 ? -share : share;
  });
}

/** What is reported of a batch: the sum of its squared errors, whatever the loss; of pairs that of their loss, twice each. */
export function reportedSum(loss: LossName, predictions: ArrayLike<number>, targets: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < predictions.length; i++) sum += reportedOf(loss, predictions, targets[i] as number, i);
  return sum;
}

function reportedOf(loss: LossName, predictions: ArrayLike<number>, target: number, i: number): number {
  const prediction = predictions[i] as number;
  if (loss === 'bpr') return pairLoss(marginAt(predictions, i));
  if (loss === 'implicit') return 2 * target * (prediction - (1 - (i % 2))) ** 2;
  return (prediction - target) ** 2;
}

/** The error that such a sum comes to: the RMSE, or the mean loss of a pair. */
export const errorOf = (loss: LossName, mean: number): number => (givesScores(loss) ? mean : Math.sqrt(mean));

/** The error of saying nothing: of scoring all movies alike. */
export const untrainedError = (loss: 'bpr' | 'implicit'): number => (loss === 'bpr' ? Math.LN2 : 1);

/** −ln σ(margin), without overflow. */
export const pairLoss = (margin: number): number => Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));

/** By how much the liked one of the pair that prediction i belongs to is ahead. */
function marginAt(predictions: ArrayLike<number>, i: number): number {
  const first = i - (i % 2);
  return (predictions[first] as number) - (predictions[first + 1] as number);
}
