import { clamp } from './clamp.ts';
import { overRows, type Sliced } from './slices.ts';

/** The smallest and largest star value, and the distance between two neighbouring values. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
  /** 0 where any value may occur. */
  readonly step: number;
  /** From which value on a rating tells a liking; the upper quarter does where it is missing. */
  readonly likedFrom?: number;
}

/** Predictions in stars, those beyond an end of the scale put at that end: how they are shown and measured, as Surprise does. */
export function holdToScale(stars: Float32Array, { min, max }: RatingScale): Float32Array {
  const held = new Float32Array(stars.length);
  // By position: a function for each takes several times as long.
  for (let at = 0; at < stars.length; at++) held[at] = clamp(stars[at] as number, min, max);
  return held;
}

/**
 * A fifth of a scale, which is counted from zero where it begins just above it: a star of five, 2 of 1 … 10, 20 of 20 … 100. In proportion to
 * the values.
 */
export function fifthOf({ min, max }: RatingScale): number {
  const from = min >= 0 && min <= (max - min) / 2 ? 0 : min;
  return (max - from) / 5;
}

/** A scale, and how many ratings are not on it. */
export interface FoundScale {
  readonly scale: RatingScale;
  readonly isOn: (stars: number) => boolean;
  readonly off: number;
}

/** Of ratings by value, ascending. */
export type Tally = readonly (readonly [stars: number, count: number])[];

/** More different values than this are no steps but any value. */
const MOST_STEPS = 201;
/** The last two for scales up to 100. */
const STEPS = [1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.01] as const;
const WIDE_STEPS = [10, 5] as const;
/** Where scales end; 0 … 5 is that of a few zeros among stars from 0.5. */
export const TOPS = [5, 10, 100] as const;
/** Where a scale fits all but one rating in a thousand, those are mistakes. */
const STRAY = 1000;
/** The top of a scale is one rating in so many at least. */
const OFTEN = 100;

/**
 * The scale that the values show: whole stars, half stars, 1 … 10, 0 … 100, any step. Where all but at most a thousandth of them
 * lie on a scale that ends at 5, 10 or 100, the others are taken for mistakes. `known` is what `countValues` found, where it was asked already.
 */
export function* findScale(stars: Float32Array, known?: Tally | null): Sliced<FoundScale> {
  const tally = known === undefined ? yield* countValues(stars) : known;
  if (tally === null) return { scale: yield* anyValue(stars), isOn: () => true, off: 0 };
  const likely = withoutStrays(tally, stars.length);
  const scale = scaleOf(likely);
  const off = countOf(tally) - countOf(likely);
  if (off === 0) return { scale, isOn: () => true, off };
  const kept = new Set(likely.map(([value]) => value));
  return { scale, isOn: (value) => kept.has(value), off };
}

/** The scale of values none of which is a mistake. */
export function* wholeScale(stars: Float32Array): Sliced<RatingScale> {
  const tally = yield* countValues(stars);
  return tally === null ? yield* anyValue(stars) : scaleOf(tally);
}

/** How many ratings a tally counts. */
export const countOf = (tally: Tally): number => tally.reduce((total, [, count]) => total + count, 0);

/** Null where there are too many different values to be steps. */
export function* countValues(stars: Float32Array): Sliced<Tally | null> {
  const counter = createCounter(stars);
  yield* overRows(stars.length, (from, to) => {
    for (let at = from; at < to && counter.distinct() <= MOST_STEPS; at++) counter.add(at);
  });
  return counter.distinct() > MOST_STEPS ? null : counter.tally();
}

/** Two to the tenth, as the hash has ten bits: far more than the values that are counted, so that a place is found at once. */
const PLACES = 1024;
/** Its bits. */
const MINUS_ZERO = -0x80000000;

/** Counts values by their bits, in a hash table with linear probing: a Map of numbers takes as long as all the rest of a join. */
function createCounter(stars: Float32Array) {
  const bits = new Int32Array(stars.buffer, stars.byteOffset, stars.length);
  const counts = new Int32Array(PLACES);
  const keys = new Int32Array(PLACES);
  let distinct = 0;
  return {
    distinct: () => distinct,
    add(at: number): void {
      // Zero is one value, whatever its sign.
      const own = bits[at] === MINUS_ZERO ? 0 : (bits[at] as number);
      let place = Math.imul(own, 0x9e3779b1) >>> 22;
      while (counts[place] !== 0 && keys[place] !== own) place = (place + 1) % PLACES;
      if (counts[place] === 0) {
        keys[place] = own;
        distinct++;
      }
      counts[place] = (counts[place] as number) + 1;
    },
    tally(): Tally {
      const values = [...new Float32Array(keys.buffer)].map((value, place) => [value, counts[place] as number] as const);
      return values.filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
    },
  };
}

function* anyValue(stars: Float32Array): Sliced<RatingScale> {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* overRows(stars.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const value = stars[at] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  });
  return { min, max, step: 0 };
}

function withoutStrays(tally: Tally, total: number): Tally {
  for (const top of TOPS) {
    const inside = tally.filter(([value]) => value <= top && !(top === 5 && value === 0));
    const kept = onMainSteps(inside);
    const off = total - countOf(kept);
    if (off === 0) return tally;
    if (off * STRAY <= total && isScale(kept)) return kept;
  }
  return tally;
}

/** The top of a scale is given often; counts have no top, only ever fewer that are larger. */
function isScale(tally: Tally): boolean {
  return (tally.at(-1)?.[1] ?? 0) * OFTEN >= countOf(tally);
}

/** Without the few values that alone make the steps finer. */
function onMainSteps(tally: Tally): Tally {
  const total = countOf(tally);
  for (const step of STEPS) {
    const kept = tally.filter(([value]) => isMultiple(value, step));
    if ((total - countOf(kept)) * STRAY <= total) return kept;
  }
  return tally;
}

function scaleOf(tally: Tally): RatingScale {
  const values = tally.map(([value]) => value);
  const [min = 0, max = 0] = [values[0], values.at(-1)];
  const steps = max > 10 ? [...WIDE_STEPS, ...STEPS] : STEPS;
  return { min: tidy(min), max: tidy(max), step: steps.find((step) => values.every((value) => isMultiple(value, step))) ?? 0 };
}

/** 0.1 of a 32-bit 0.10000000149. */
const tidy = (value: number): number => Number(value.toPrecision(6));

const isMultiple = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-4;
