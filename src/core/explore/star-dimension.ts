import type { RatingScale } from '../rating-scale.ts';
import type { Ratings } from '../ratings.ts';
import type { Bin, RatingDimension } from './dimension.ts';

/** More steps than this are not looked at one by one. */
const MOST_STEPS = 256;
const MOST_VALUES = 20;
const RANGES = 10;

/** A bin for every star value that occurs; ten equal ranges where there are too many of them, of counts ranges that double. */
export function starDimension({ stars, scale }: Ratings): RatingDimension {
  const { min, max, step } = scale;
  if (areCounts(scale)) return countDimension(stars, scale);
  const described = { name: 'stars', of: 'rating', counts: 'ratings' } as const;
  // Of a scale's steps, from its least.
  const steps = step > 0 && (max - min) / step < MOST_STEPS ? codesOf(stars, min, step, 0.5) : null;
  const byStep = steps && valuesBy(steps, stars);
  const values = [...(byStep?.values() ?? [])].sort((a, b) => a - b);
  if (steps && byStep && values.length <= MOST_VALUES) {
    const places = new Uint8Array(MOST_STEPS);
    for (const [at, value] of byStep) places[at] = values.indexOf(value);
    const bins = values.map((value): Bin => ({ label: String(value), from: value, to: value }));
    return { ...described, bins, codes: steps.map((at) => places[at] as number) };
  }
  const width = (max - min) / RANGES;
  const bins = Array.from({ length: RANGES }, (_, at): Bin => {
    const [from, to] = [min + at * width, min + (at + 1) * width];
    return { label: `${short(from)}–${short(to)}`, from, to };
  });
  return { ...described, bins, codes: codesOf(stars, min, width, 0).map((code) => Math.min(RANGES - 1, code)) };
}

/** Only counts are liked from the least on. */
const areCounts = ({ min, max, likedFrom }: RatingScale): boolean => likedFrom === min && min >= 0 && max > MOST_VALUES;

/** Ranges each of which begins at twice where the one before it does, or at four times and more, for at most so many of them. */
function countDimension(stars: Float32Array, { min, max }: RatingScale): RatingDimension {
  const power = Math.max(1, Math.ceil(Math.log2(max) / MOST_VALUES));
  const binOf = (value: number): number => Math.floor(Math.log2(Math.max(1, value)) / power);
  const areWhole = stars.every(Number.isInteger);
  const bins = Array.from({ length: binOf(max) + 1 }, (_, at): Bin => {
    const from = at === 0 && min < 1 ? 0 : 2 ** (power * at);
    const to = 2 ** (power * (at + 1)) - (areWhole ? 1 : 0);
    return { label: from === to ? String(from) : `${short(from)}–${short(to)}`, from, to };
  });
  return { name: 'stars', of: 'rating', counts: 'ratings', bins, codes: Uint8Array.from(stars, binOf), isLogarithmic: true };
}

/** Whole steps from the least value, rounded as `rounding` says: 0 down, 0.5 to the nearest. */
function codesOf(stars: Float32Array, min: number, step: number, rounding: number): Uint8Array {
  const codes = new Uint8Array(stars.length);
  for (let at = 0; at < codes.length; at++) codes[at] = Math.floor(((stars[at] as number) - min) / step + rounding);
  return codes;
}

/** The value behind each code that occurs. */
function valuesBy(codes: Uint8Array, stars: Float32Array): ReadonlyMap<number, number> {
  const seen = new Uint8Array(MOST_STEPS);
  const values = new Map<number, number>();
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    if (seen[code] === 0) values.set(code, stars[at] as number);
    seen[code] = 1;
  }
  return values;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
