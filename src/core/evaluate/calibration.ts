import type { RatingScale } from '../rating-scale.ts';
import type { Predicted } from './star-errors.ts';

/** Held-out ratings whose predictions are close to each other. */
export interface CalibrationBin {
  /** Mean of the predictions, in stars. */
  readonly predicted: number;
  /** Mean of what was given. */
  readonly given: number;
  readonly ratings: number;
}

const BINS = 10;

/**
 * Mean prediction beside mean truth in ten equal stretches of the scale (a reliability diagram; Murphy and Winkler 1977, "Reliability of
 * Subjective Probability Forecasts of Precipitation and Temperature"). Stretches without a prediction are left out.
 */
export function calibrate({ predictions, truths }: Predicted, { min, max }: RatingScale): readonly CalibrationBin[] {
  const width = (max - min) / BINS || 1;
  const sums = Array.from({ length: BINS }, () => ({ predicted: 0, given: 0, ratings: 0 }));
  predictions.forEach((prediction, at) => {
    const bin = sums[Math.min(BINS - 1, Math.max(0, Math.floor((prediction - min) / width)))] as (typeof sums)[number];
    bin.predicted += prediction;
    bin.given += truths[at] as number;
    bin.ratings++;
  });
  return sums
    .filter(({ ratings }) => ratings > 0)
    .map(({ predicted, given, ratings }) => ({ predicted: predicted / ratings, given: given / ratings, ratings }));
}
