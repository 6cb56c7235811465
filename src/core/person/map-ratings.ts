import { clamp } from '../clamp.ts';
import type { RatingScale } from '../rating-scale.ts';
import type { PersonalService } from './person.ts';

/** Beyond this, a scale is no scale but counts. */
const MOST = 100;

/** Whether ratings of a person can be put on a scale: not where the data has counts. */
export const canMap = ({ max }: RatingScale): boolean => max <= MOST;

/**
 * A rating of a service on the scale of the data: top to top, and nought to nought where the scale has no ratings below that, else end
 * to end; then the nearest step, the upper of two that are as near.
 */
export function mapRating(rating: number, from: PersonalService['scale'], { min, max, step }: RatingScale): number {
  const exact = min >= 0 ? (rating * max) / from.max : min + ((rating - from.min) * (max - min)) / (from.max - from.min);
  // 0.1 · 3 is a little more than 0.3.
  const stepped = step > 0 ? min + Math.floor(Number(((exact - min) / step + 0.5).toFixed(9))) * step : exact;
  return clamp(Number(stepped.toPrecision(6)), min, max);
}
