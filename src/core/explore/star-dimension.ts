import type { Ratings } from '../ratings.ts';
import type { Bin, RatingDimension } from './dimension.ts';

const MOST_VALUES = 20;
const RANGES = 10;

/** A bin for every star value that occurs; ten equal ranges where there are too many of them. */
export function starDimension({ stars, scale: { min, max } }: Ratings): RatingDimension {
  const values = distinct(stars);
  const described = { name: 'stars', of: 'rating', counts: 'ratings' } as const;
  if (values) {
    const places = new Map(values.map((value, place) => [value, place]));
    const bins = values.map((value): Bin => ({ label: String(value), from: value, to: value }));
    return { ...described, bins, codes: codesOf(stars, (value) => places.get(value) as number) };
  }
  const width = (max - min) / RANGES;
  const bins = Array.from({ length: RANGES }, (_, at): Bin => {
    const [from, to] = [min + at * width, min + (at + 1) * width];
    return { label: `${short(from)}–${short(to)}`, from, to };
  });
  return {
    ...described,
    bins,
    codes: codesOf(stars, (value) => Math.min(RANGES - 1, Math.floor((value - min) / width))),
  };
}

/** `Uint8Array.from` would make a list of it all first. */
function codesOf(stars: Float32Array, codeOf: (value: number) => number): Uint8Array {
  const codes = new Uint8Array(stars.length);
  for (let at = 0; at < codes.length; at++) codes[at] = codeOf(stars[at] as number);
  return codes;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** Ascending; undefined where there are more than can be told apart. */
function distinct(stars: Float32Array): readonly number[] | undefined {
  const values = new Set<number>();
  for (const value of stars) {
    values.add(value);
    if (values.size > MOST_VALUES) return undefined;
  }
  return [...values].sort((a, b) => a - b);
}
