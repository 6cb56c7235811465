import type { MovieIndex, RawId } from '../../../core/ids.ts';
import { readableTitle } from '../../../core/movie-title.ts';
import type { Movie } from '../../../core/ratings.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { MovieName } from '../contract.ts';

/** A movie as the page names it. */
export function nameOf({ ratings, statistics }: LabData, movie: number): MovieName & { readonly genres: readonly string[] } {
  const { id, title, year, genres } = ratings.catalogue[movie] as Movie;
  return { movieId: id, title: readableTitle(title), year, genres, ratings: statistics.counts[movie] as number };
}

/** The movie of an id, which may come as a text from the address; undefined where there is none. */
export function movieOf({ ratings: { movieIds } }: LabData, movieId: RawId): MovieIndex | undefined {
  const id = movieIds.kind === 'number' && /^\d{1,15}$/.test(String(movieId)) ? Number(movieId) : movieId;
  return movieIds.indexOf(id);
}

/** The movie with the most ratings. */
export function mostRated({ statistics: { counts } }: LabData): MovieIndex {
  let best = 0;
  for (let movie = 1; movie < counts.length; movie++) if ((counts[movie] as number) > (counts[best] as number)) best = movie;
  return best as MovieIndex;
}

/** 1 where a movie is not to be listed: rated by fewer users than wanted, or one of those that were asked about. */
export function leftOut({ statistics: { counts } }: LabData, minRatings: number, asked: readonly number[]): Uint8Array {
  const excluded = Uint8Array.from(counts, (count) => (count < minRatings ? 1 : 0));
  for (const movie of asked) excluded[movie] = 1;
  return excluded;
}
