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

/** Whom a list is for. */
export type Whom = 'user' | 'you' | 'group';

const HAS: Readonly<Record<Whom, string>> = { user: 'This user has', you: 'You have', group: 'These users together have' };
const NOT_RATED: Readonly<Record<Whom, string>> = {
  user: 'this user has not rated',
  you: 'you have not rated',
  group: 'none of these users has rated',
};

/** Null where the list is full. */
export function fewMovies({ movies, left }: Pick<Recommendation, 'movies' | 'left'>, whom: Whom = 'user'): FewMovies | null {
  if (movies.length >= left.wanted) return null;
  const few = { lower: null, isFiltered: left.filtered > 0 };
  if (left.unrated === 0) return { ...few, message: `${HAS[whom]} rated every movie: nothing is left to recommend.` };
  if (left.hidden > 0) return { ...few, message: hiddenWords(left, whom), lower: left.enough };
  if (left.filtered > 0) return { ...few, message: filteredWords(left, whom) };
  return { ...few, message: `${HAS[whom]} rated all movies except ${left.unrated === 1 ? 'this one' : 'these'}.` };
}

const hiddenWords = ({ unrated, filtered, hidden, minRatings }: LeftOver, whom: Whom): string =>
  `${hidden} of the ${formatQuantity(unrated - filtered, 'movie')} that ${NOT_RATED[whom]}${filtered > 0 ? ' and that pass the filters' : ''} ${hidden === 1 ? 'has' : 'have'} fewer than ${minRatings} ratings.`;

function filteredWords({ unrated, filtered }: LeftOver, whom: Whom): string {
  const passing = unrated - filtered;
  if (passing === 0) return `No movie that ${NOT_RATED[whom]} passes the filters.`;
  return `The filters leave ${formatQuantity(passing, 'movie')} that ${NOT_RATED[whom]}.`;
}
