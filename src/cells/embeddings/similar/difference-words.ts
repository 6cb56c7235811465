import { formatCount, formatQuantity } from '../../../ui/format.ts';
import type { SimilarList } from '../contract.ts';

/** How the two lists of embeddings differ; what the one list of another model means. */
export function differenceWords([first, second]: readonly SimilarList[]): string {
  if (first?.by === 'ease') return 'If a user liked this movie, its weight is added to the score of the other.';
  if (first?.by === 'neighbours') return 'Similar movies are rated above or below expectation by the same users.';
  if (!first || !second || first.movies.length === 0) return '';
  const onBoth = first.movies.filter(({ movieId }) => second.movies.some((other) => other.movieId === movieId)).length;
  return `The dot product is the cosine times the lengths of both embeddings, so it prefers long ones. ${formatQuantity(onBoth, 'movie')} of ${first.movies.length} ${onBoth === 1 ? 'is' : 'are'} on both lists. The median movie has ${median(first)} by cosine and ${median(second)} by dot product.`;
}

const median = ({ medianRatings }: SimilarList): string => `${formatCount(medianRatings ?? 0)} ratings`;
