import type { Tally } from '../rating-scale.ts';

/** A value that seems to mean "not rated". */
export interface Guess {
  readonly value: number;
  /** Whether there is hardly another way to read it. */
  readonly isSure: boolean;
}

/** What systems write where there is no rating. */
const BELOW = [-1, -99, -999, -9999] as const;
const ABOVE = [99, 255, 999, 9999, 32_767, 65_535] as const;
/** The other values are smaller than a sign for "none" by this factor at least. */
const FAR = 4;
/** −1 below 0 … 2 may be a dislike. */
const LEAST_TOP = 3;
/** Zeros of at least this share, and so many times those of the value above them, are more than the lowest rating. */
const SOME = 0.05;
const TIMES = 3;

/**
 * Finds values that seem to mean "not rated": one below or far above all others that is written for it by custom, and zeros below a scale
 * that are more frequent than any rating.
 */
export function guessNotRated(tally: Tally, isCounts: boolean): readonly Guess[] {
  const guesses: Guess[] = [];
  let rest = tally;
  const take = (value: number, isSure: boolean): void => {
    guesses.push({ value, isSure });
    rest = without(rest, value);
  };
  // One alone may as well be a mistake, or the lowest of a scale.
  for (const value of BELOW) if (isBelow(value, rest)) take(value, (rest[0]?.[1] ?? 0) > 1);
  if (!isCounts) for (const value of ABOVE) if (isFarAbove(value, rest)) take(value, true);
  const zero = guessZero(rest, isCounts);
  if (zero) take(0, zero.isSure);
  return guesses;
}

const without = (tally: Tally, value: number): Tally => tally.filter(([other]) => other !== value);

/** Among numbers from 0 on the only one below; a longer one also where the others go as far below 0 as above it. */
function isBelow(value: number, tally: Tally): boolean {
  if (tally[0]?.[0] !== value) return false;
  const others = without(tally, value);
  const [least = 0, most = 0] = [others[0]?.[0], others.at(-1)?.[0]];
  if (value === -1) return least >= 0 && most >= LEAST_TOP;
  return others.length > 0 && Math.max(most, -least) * FAR <= -value;
}

function isFarAbove(value: number, tally: Tally): boolean {
  const [top, count] = tally.at(-1) ?? [];
  if (top !== value || count === undefined) return false;
  const others = without(tally, value);
  const [least, most] = [others[0]?.[0] ?? 0, others.at(-1)?.[0] ?? 0];
  if (others.length < 2 || Math.max(most, -least) * FAR > value) return false;
  // The largest of a few counts stands alone, and most of the others are the smallest there is.
  return count > 1 || commonest(others) !== least;
}

function guessZero(tally: Tally, isCounts: boolean): Pick<Guess, 'isSure'> | null {
  const [first, next] = tally;
  if (first?.[0] !== 0 || next === undefined) return null;
  if (isCounts) return { isSure: true };
  const others = tally.slice(1);
  // 0 and 1, or no, perhaps and yes, are a scale.
  if (others.length < LEAST_TOP) return null;
  const zeros = first[1];
  const total = tally.reduce((sum, [, count]) => sum + count, 0);
  const isAbove = zeros >= TIMES * next[1];
  // Of a scale on which low ratings are common, the lowest but one is the next.
  if (others.every(([, count]) => count < zeros) && (isAbove || commonest(others) !== next[0])) return { isSure: true };
  return isAbove && zeros >= SOME * total ? { isSure: false } : null;
}

/** The most frequent value, of several the smallest. */
export const commonest = (tally: Tally): number | undefined =>
  tally.reduce<readonly [number, number] | undefined>(
    (most, entry) => (most && most[1] >= entry[1] ? most : entry),
    undefined,
  )?.[0];
