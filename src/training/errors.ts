import { errorOf, givesScores, type LossName, reportedSum } from '../core/loss.ts';
import { mae } from '../core/metrics.ts';
import { rankedRight } from '../core/preferences.ts';
import { holdToScale } from '../core/rating-scale.ts';
import { type StarUnits, starsOf } from '../core/target.ts';

/** What predictions of examples that were held out are worth. */
export interface HeldOutErrors {
  /** RMSE in stars, or the pairwise loss. */
  readonly validationError: number;
  /** In stars; null of scores. */
  readonly validationMae: number | null;
  /** The share of pairs ranked right; null of stars. */
  readonly validationAuc: number | null;
}

/** Where nothing is held out. */
export const UNMEASURED = { validationError: null, validationMae: null, validationAuc: null } as const;

/** A model's predictions as they are shown and measured: stars held to the rating scale; scores as they are. */
export const readPredictions = (loss: LossName, z: Float32Array, { target, scale }: StarUnits): Float32Array =>
  givesScores(loss) ? z : holdToScale(starsOf(z, target), scale);

/** Of predictions in stars, or of scores, by the loss that was trained with. */
export function measureErrors(loss: LossName, predictions: Float32Array, truths: Float32Array): HeldOutErrors {
  const validationError = errorOf(loss, reportedSum(loss, predictions, truths) / predictions.length);
  if (givesScores(loss)) return { validationError, validationMae: null, validationAuc: rankedRight(predictions) };
  return { validationError, validationMae: mae(predictions, truths), validationAuc: null };
}
