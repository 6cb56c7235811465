import type { Ratings } from '../core/ratings.ts';
import { capital, MOVIES } from '../core/vocabulary.ts';

/** Calls items without a title what the data calls its items: "Book 7" where the join has said "Movie 7". */
export function nameItems(ratings: Ratings, item: string): Ratings {
  if (item === MOVIES.item || ratings.movieIds.kind === 'text') return ratings;
  const catalogue = ratings.catalogue.map((movie) =>
    movie.title === `${capital(MOVIES.item)} ${movie.id}` ? { ...movie, title: `${capital(item)} ${movie.id}` } : movie,
  );
  return { ...ratings, catalogue };
}
