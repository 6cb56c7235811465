import type { Ratings } from './ratings.ts';
import { overRows, type Sliced } from './slices.ts';

/** How often and how well each movie was rated, by MovieIndex. */
export interface MovieStatistics {
  readonly counts: Int32Array; // (movies)
  readonly meanStars: Float32Array; // (movies)
}

export function* movieStatistics({ count, movies, stars, movieIds }: Ratings): Sliced<MovieStatistics> {
  const counts = new Int32Array(movieIds.size);
  const sums = new Float64Array(movieIds.size);
  yield* overRows(count, (from, to) => {
    for (let at = from; at < to; at++) {
      const movie = movies[at] as number;
      counts[movie] = (counts[movie] as number) + 1;
      sums[movie] = (sums[movie] as number) + (stars[at] as number);
    }
  });
  return { counts, meanStars: Float32Array.from(sums, (sum, movie) => sum / (counts[movie] as number)) };
}
