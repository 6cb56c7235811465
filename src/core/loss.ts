import { clamp } from './clamp.ts';

/** Of the difference d = prediction − target in target units: d², |d|, or Huber's (1964) with δ = 1. */
export type PointwiseLoss = 'squared' | 'absolute' | 'huber';

/**
 * What a step makes smaller. `bpr` and `softmax` look at groups: of a batch's predictions the first of a group is the score s of what a user
 * liked, and n others follow, of movies that were drawn. With `bpr` each of the group counts the mean of −ln σ(s − sⱼ) over the others
 * (Rendle et al. 2009, "BPR: Bayesian Personalized Ranking from Implicit Feedback", section 4.1); with `softmax` each counts −ln of the share
 * of e^s in the group, the others' scores being corrected for how often they are drawn (`Groups`).
 */
export type GradientLoss = PointwiseLoss | GroupLoss;

export type GroupLoss = 'bpr' | 'softmax';

/**
 * `implicit` looks at all pairs of a user and a movie, and is made smaller by solving for whole rows (see core/implicit.ts). Its examples
 * are the liked pairs alone, with their weights for targets. Held out they are pairs of movies as with `bpr`, each with what it counts for a
 * target: w₂ₖ (1 − s₂ₖ)² + w₂ₖ₊₁ s₂ₖ₊₁².
 */
export type LossName = GradientLoss | 'implicit';

/** What the predictions of a batch have to do with each other. */
export interface Groups {
  /** How many belong together, one after the other. */
  readonly size: number;
  /** Added to the score of each movie but the first of its group, by movie; nothing where absent. */
  readonly corrections?: Float32Array | undefined;
}

/** One liked movie, and one other. */
export const PAIRS: Groups = { size: 2 };

/** Whether its examples are groups of movies. */
export const isPairwise = (loss: LossName): loss is GroupLoss => loss === 'bpr' || loss === 'softmax';

/** Whether predictions are scores, which only rank, and not stars. */
export const givesScores = (loss: LossName): loss is GroupLoss | 'implicit' => isPairwise(loss) || loss === 'implicit';

/** Whether a model has no stars to tell, and only ranks. */
export const ranksOnly = ({ loss, listWeight }: { readonly loss: LossName; readonly listWeight: number }): boolean =>
  givesScores(loss) || listWeight === 1;

/** What there are so many of to learn from. */
export function learnedFrom(loss: LossName): string {
  if (isPairwise(loss)) return 'pairs';
  return loss === 'implicit' ? 'liked ratings' : 'ratings';
}

/** How many predictions belong together in training, one after the other in a batch. */
export const groupSize = ({ loss, negatives }: { readonly loss: LossName; readonly negatives: NegativeCount }): number =>
  isPairwise(loss) ? 1 + Number(negatives) : 1;

/** With the liked one a power of two, so that no group is cut apart where the work is. */
export type NegativeCount = '1' | '3' | '7';

/** The derivative of a loss with respect to the prediction: 2d, the sign of d, or d held within ±1. */
export function lossSlope(loss: PointwiseLoss, difference: number): number {
  if (loss === 'squared') return 2 * difference;
  return loss === 'absolute' ? Math.sign(difference) : clamp(difference, -1, 1);
}

/** The derivatives of a batch's summed loss with respect to its predictions. */
export function lossSlopes(
  loss: LossName,
  predictions: ArrayLike<number>,
  targets: ArrayLike<number>,
  { size, corrections }: Groups = PAIRS,
  movies: ArrayLike<number> = [],
): Float64Array {
  if (loss === 'implicit') throw new RangeError('This loss is made smaller by solving, not by a gradient');
  if (!isPairwise(loss)) {
    return Float64Array.from(predictions, (value, i) => lossSlope(loss, value - (targets[i] as number)));
  }
  const slopes = new Float64Array(predictions.length);
  for (let first = 0; first < predictions.length; first += size) {
    const margin = (at: number): number =>
      (predictions[first] as number) - (predictions[at] as number) - (corrections?.[movies[at] as number] ?? 0);
    const others = Array.from({ length: size - 1 }, (_, j) => first + 1 + j);
    const shares = loss === 'bpr' ? sigmoids(others.map(margin)) : softmaxes(others.map(margin));
    others.forEach((at, j) => {
      const share = size * (shares[j] as number);
      slopes[at] = share;
      slopes[first] = (slopes[first] as number) - share;
    });
  }
  return slopes;
}

/** Of each margin σ(−margin) / how many there are. */
const sigmoids = (margins: readonly number[]): readonly number[] =>
  margins.map((margin) => 1 / (margins.length * (1 + Math.exp(margin))));

/** The shares of the others in a group, by how far the first is ahead of them. */
function softmaxes(margins: readonly number[]): readonly number[] {
  const most = Math.max(0, ...margins.map((margin) => -margin));
  const powers = margins.map((margin) => Math.exp(-margin - most));
  const sum = powers.reduce((total, power) => total + power, Math.exp(-most));
  return powers.map((power) => power / sum);
}

/**
 * What is reported of a batch: the sum of its squared errors, whatever the loss; of groups, whichever their loss, that of −ln σ, which each of a
 * group counts as the mean over its others.
 */
export function reportedSum(
  loss: LossName,
  predictions: ArrayLike<number>,
  targets: ArrayLike<number>,
  { size }: Groups = PAIRS,
): number {
  if (isPairwise(loss)) return pairLosses(predictions, size);
  let sum = 0;
  if (loss === 'implicit') {
    for (let i = 0; i < predictions.length; i++) {
      sum += 2 * (targets[i] as number) * ((predictions[i] as number) - (1 - (i % 2))) ** 2;
    }
  } else for (let i = 0; i < predictions.length; i++) sum += ((predictions[i] as number) - (targets[i] as number)) ** 2;
  return sum;
}

function pairLosses(predictions: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let i = 0; i < predictions.length; i++) {
    if (i % size === 0) continue;
    const margin = (predictions[i - (i % size)] as number) - (predictions[i] as number);
    sum += (size / (size - 1)) * pairLoss(margin);
  }
  return sum;
}

/** The error that such a sum comes to: the RMSE, or the mean loss of a pair. */
export const errorOf = (loss: LossName, mean: number): number => (givesScores(loss) ? mean : Math.sqrt(mean));

/** The error of saying nothing: of scoring all movies alike. */
export const untrainedError = (loss: GroupLoss | 'implicit'): number => (loss === 'implicit' ? 1 : Math.LN2);

/** −ln σ(margin), without overflow. */
export const pairLoss = (margin: number): number => Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
