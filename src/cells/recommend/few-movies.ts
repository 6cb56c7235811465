import { formatQuantity } from '../../ui/format.ts';
import type { LeftOver, Recommendation } from './contract.ts';

/** Why a list has fewer movies than there is room for. */
export interface FewMovies {
  readonly message: string;
  /** What "Rated by at least" has to be lowered to for more; null where that does not help. */
  readonly lower: number | null;
  /** Whether more movies would pass without the filters. */
  readonly isFiltered: boolean;
}

/** Null where the list is full. */
export function fewMovies({ movies, left }: Pick<Recommendation, 'movies' | 'left'>): FewMovies | null {
  if (movies.length >= left.wanted) return null;
  const few = { lower: null, isFiltered: left.filtered > 0 };
  if (left.unrated === 0) return { ...few, message: 'This user has rated every movie: nothing is left to recommend.' };
  if (left.hidden > 0) return { ...few, message: hiddenWords(left), lower: left.enough };
  if (left.filtered > 0) return { ...few, message: filteredWords(left) };
  return { ...few, message: `This user has rated all movies except ${left.unrated === 1 ? 'this one' : 'these'}.` };
}

const hiddenWords = ({ unrated, filtered, hidden, minRatings }: LeftOver): string =>
  `${hidden} of the ${formatQuantity(unrated - filtered, 'movie')} that this user has not rated${filtered > 0 ? ' and that pass the filters' : ''} ${hidden === 1 ? 'has' : 'have'} fewer than ${minRatings} ratings.`;

function filteredWords({ unrated, filtered }: LeftOver): string {
  const passing = unrated - filtered;
  if (passing === 0) return 'No movie passes the filters.';
  return `The filters leave ${formatQuantity(passing, 'movie')} that this user has not rated.`;
}
