import type { RatingScale } from '../rating-scale.ts';
import type { Predicted } from './star-errors.ts';

/** The shares of ratings that fall within the intervals that should hold half of them, and 90 % of them. */
export interface Coverage {
  readonly half: number;
  readonly ninety: number;
  /** Of how many. */
  readonly ratings: number;
}

/** Of a normal distribution, in standard deviations: half of it is within the first of its mean, 90 % within the second. */
export const HALF = 0.6745;
const NINETY = 1.6449;

/** @param deviations of a rating around its prediction, in stars */
export function coverageOf({ predictions, truths }: Predicted, deviations: Float32Array, { min, max }: RatingScale): Coverage {
  const within = (width: number): number => {
    const held = truths.filter((truth, at) => {
      const [middle, reach] = [predictions[at] as number, width * (deviations[at] as number)];
      return truth >= Math.min(max, middle - reach) && truth <= Math.max(min, middle + reach);
    });
    return held.length / truths.length;
  };
  return { half: within(HALF), ninety: within(NINETY), ratings: truths.length };
}

/** Of a rating around its prediction: what the samples differ in, and the noise of single ratings. */
export const ratingDeviation = (spread: number, noise: number): number => Math.sqrt(spread ** 2 + noise ** 2);
