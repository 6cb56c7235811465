import { formatQuantity } from '../../ui/format.ts';
import type { LeftOver, Recommendation } from './contract.ts';

/** Why a list has fewer movies than there is room for; `lower`: what "Rated by at least" has to be lowered to for more, null where that does not help. */
export interface FewMovies {
  readonly message: string;
  readonly lower: number | null;
}

/** Null where the list is full. */
export function fewMovies({ movies, left }: Pick<Recommendation, 'movies' | 'left'>, room: number): FewMovies | null {
  if (movies.length >= room) return null;
  if (left.unrated === 0) return { message: 'This user has rated every movie: nothing is left to recommend.', lower: null };
  if (left.hidden > 0) return { message: hiddenWords(left), lower: left.enough };
  return { message: `This user has rated all movies except ${left.unrated === 1 ? 'this one' : 'these'}.`, lower: null };
}

const hiddenWords = ({ unrated, hidden, minRatings }: LeftOver): string =>
  `${hidden} of the ${formatQuantity(unrated, 'movie')} that this user has not rated ${hidden === 1 ? 'has' : 'have'} fewer than ${minRatings} ratings.`;
