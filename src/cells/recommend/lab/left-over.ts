import type { LeftOver } from '../contract.ts';

/**
 * What of the movies that are not left out because the user rated them can be recommended.
 *
 * @param counts how many users rated each movie
 */
export function leftOver(
  counts: Int32Array,
  { isOut, passes }: { readonly isOut: Uint8Array; readonly passes: Uint8Array },
  count: number,
  minRatings: number,
): LeftOver {
  const unrated = counts.filter((_, movie) => isOut[movie] === 0).length;
  const passing = counts.filter((_, movie) => isOut[movie] === 0 && passes[movie] === 1).sort();
  const shown = Math.min(count, passing.length);
  return {
    unrated,
    filtered: unrated - passing.length,
    hidden: passing.filter((ratings) => ratings < minRatings).length,
    minRatings,
    wanted: count,
    enough: Math.max(1, passing.at(-shown) ?? 1),
  };
}
