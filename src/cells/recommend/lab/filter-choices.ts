import type { Ratings } from '../../../core/ratings.ts';
import type { FilterChoices } from '../contract.ts';

export function filterChoices({ catalogue, timestamps }: Ratings): FilterChoices {
  const genres = new Set<string>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const movie of catalogue) {
    for (const genre of movie.genres) genres.add(genre);
    if (movie.year !== null) [first, last] = [Math.min(first, movie.year), Math.max(last, movie.year)];
  }
  return { genres: [...genres].sort(), years: first <= last ? [first, last] : null, hasTimes: timestamps !== null };
}
