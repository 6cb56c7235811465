import { clamp } from './clamp.ts';
import { positionsUpTo } from './radix-order.ts';
import { fifthOf, type RatingScale } from './rating-scale.ts';

export type TargetName = 'raw' | 'min-max' | 'standardised';

/** What the model is trained to predict: z = (stars − offset) / scale. Errors in stars are errors in z times `scale`. */
export interface Target {
  readonly offset: number;
  readonly scale: number;
}

/** How predictions are read: from target units to stars, and within which scale. */
export interface StarUnits {
  readonly target: Target;
  readonly scale: RatingScale;
}

/** Mean and standard deviation of the training ratings, in stars. */
export interface StarsSummary {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * How many stars count as one where errors, factors and steps are weighed against each other: one on a scale of five stars, on others as much in
 * proportion, so that the same ratings on any scale give the same model. It is half the deviation of the ratings at least and twice it
 * at most: elsewhere a few ratings far off, or all of them close together, would make the scale say nothing of the errors.
 */
export const unitOf = (scale: RatingScale, { deviation }: Pick<StarsSummary, 'deviation'>): number =>
  clamp(fifthOf(scale), deviation / 2, 2 * deviation) || 1;

/** Raw: z is stars, in units of the scale. Min–max: the rating scale becomes 0 … 1. Standardised: the training ratings get mean 0, deviation 1. */
export function createTarget(name: TargetName, scale: RatingScale, stars: StarsSummary): Target {
  if (name === 'min-max') return { offset: scale.min, scale: scale.max - scale.min || 1 };
  if (name === 'standardised') return { offset: stars.mean, scale: stars.deviation || 1 };
  return { offset: 0, scale: unitOf(scale, stars) };
}

export const summarise = (stars: Float32Array): StarsSummary => summariseAt(stars, positionsUpTo(stars.length));

/** Of the stars at these positions. */
export function summariseAt(stars: Float32Array, positions: Int32Array): StarsSummary {
  const { length } = positions;
  let sum = 0;
  // Indexed: an iterator takes ten times as long.
  for (let i = 0; i < length; i++) sum += stars[positions[i] as number] as number;
  const mean = length > 0 ? sum / length : 0;
  let squares = 0;
  for (let i = 0; i < length; i++) squares += ((stars[positions[i] as number] as number) - mean) ** 2;
  return { mean, deviation: length > 0 ? Math.sqrt(squares / length) : 0 };
}

export const toTarget = (stars: number, target: Target): number => (stars - target.offset) / target.scale;

/** Puts targets in the place of stars. Returns the same array. */
export function targetsOf(stars: Float32Array, target: Target): Float32Array {
  for (let at = 0; at < stars.length; at++) stars[at] = toTarget(stars[at] as number, target);
  return stars;
}

export const toStars = (z: number, target: Target): number => z * target.scale + target.offset;

/** The same of many. */
export function starsOf(z: Float32Array, target: Target): Float32Array {
  const stars = new Float32Array(z.length);
  for (let at = 0; at < z.length; at++) stars[at] = toStars(z[at] as number, target);
  return stars;
}
