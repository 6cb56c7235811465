import type { LeftOver } from '../contract.ts';

/**
 * What of the movies that a user has not rated can be recommended.
 *
 * @param counts how many users rated each movie
 * @param isOwn 1 where the user rated the movie
 */
export function leftOver(counts: Int32Array, isOwn: Uint8Array, count: number, minRatings: number): LeftOver {
  const unrated = counts.filter((_, movie) => isOwn[movie] === 0).sort();
  const wanted = Math.min(count, unrated.length);
  return {
    unrated: unrated.length,
    hidden: unrated.filter((ratings) => ratings < minRatings).length,
    minRatings,
    enough: Math.max(1, unrated.at(-wanted) ?? 1),
  };
}
