import type { DataOrigin } from '../core/data-source.ts';
import { itemsOf } from '../core/item-names.ts';
import type { Ratings } from '../core/ratings.ts';
import { capital, type Items, MOVIES } from '../core/vocabulary.ts';

/** What the items of a file are called; those without a title are called so as well: "Book 7" where the join has said "Movie 7". */
export function nameItems(
  ratings: Ratings,
  origin: Pick<DataOrigin, 'file' | 'layout'>,
): { readonly ratings: Ratings; readonly items: Items } {
  const items = itemsOf(origin);
  if (items.item === MOVIES.item || ratings.movieIds.kind === 'text') return { ratings, items };
  const catalogue = ratings.catalogue.map((movie) =>
    movie.title === `${capital(MOVIES.item)} ${movie.id}` ? { ...movie, title: `${capital(items.item)} ${movie.id}` } : movie,
  );
  return { ratings: { ...ratings, catalogue }, items };
}
