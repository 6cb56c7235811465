import type { RatingScale } from '../rating-scale.ts';

/** How far up the scale a rating stands that tells a liking. */
const SHARE = 0.75;

/**
 * From which rating on a held-out movie is one that belongs on a list: three quarters up the scale, rounded up to a value that
 * occurs. That is 4 of 5 stars, 8 of 10 and 75 of 100.
 */
export function defaultThreshold({ min, max, step }: RatingScale): number {
  const wanted = min + SHARE * (max - min);
  if (step === 0) return wanted;
  return Number(Math.min(max, Math.ceil(wanted / step - 1e-9) * step).toPrecision(6));
}
