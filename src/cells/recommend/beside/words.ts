import { formatPercent, formatQuantity } from '../../../ui/format.ts';
import type { RecommendedMovie } from '../contract.ts';
import type { Beside } from './contract.ts';

/** Where a movie of one list is in the other, if it is. */
export function placeIn(list: readonly RecommendedMovie[], { movieId }: RecommendedMovie): string {
  const place = list.findIndex((movie) => movie.movieId === movieId);
  return place < 0 ? '' : `place ${place + 1} there`;
}

/** How far the lists agree. */
export function overlapWords({ mine, theirs, shared }: Pick<Beside, 'mine' | 'theirs' | 'shared'>): string {
  const length = Math.max(mine.length, theirs.length);
  if (length === 0) return 'No movie passes the filters.';
  const are = `${shared} of ${formatQuantity(length, 'movie')} ${shared === 1 ? 'is' : 'are'} on both lists`;
  return `${are}: overlap@${length} is ${formatPercent(shared / length)}.`;
}

/** How fair the comparison is. */
export const fairWords = ({ isSameSplit }: Pick<Beside, 'isSameSplit'>): string =>
  isSameSplit
    ? 'Both learned from the same training part, and the same filters apply.'
    : 'The same filters apply, but the other run has another split or seed: it learned from other ratings.';
