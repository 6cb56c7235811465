import { likedFrom } from '../preferences.ts';
import type { RatingScale } from '../rating-scale.ts';

/**
 * From which rating on a held-out movie is one that belongs on a list: three quarters up the scale, rounded up to a value that
 * occurs. That is 4 of 5 stars, 8 of 10 and 75 of 100.
 */
export function defaultThreshold(scale: RatingScale): number {
  const { max, step } = scale;
  const wanted = likedFrom(scale);
  const least = step === 0 ? wanted : Math.min(max, Math.ceil(wanted / step - 1e-9) * step);
  return Number(least.toPrecision(6));
}
