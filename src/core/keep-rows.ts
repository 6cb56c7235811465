import type { RatingColumns } from './ratings.ts';
import { overRows, type Sliced } from './slices.ts';

/** The rows that are wanted, in the same arrays. */
export function* keepRows(columns: RatingColumns, isKept: (at: number) => boolean): Sliced<RatingColumns> {
  const { users, movies, stars, timestamps, parts } = columns;
  let count = 0;
  yield* overRows(stars.length, (from, to) => {
    for (let at = from; at < to; at++) {
      if (!isKept(at)) continue;
      users[count] = users[at] as number;
      movies[count] = movies[at] as number;
      stars[count] = stars[at] as number;
      if (timestamps) timestamps[count] = timestamps[at] as number;
      if (parts) parts[count] = parts[at] as number;
      count++;
    }
  });
  return {
    ...columns,
    users: users.subarray(0, count),
    movies: movies.subarray(0, count),
    stars: stars.subarray(0, count),
    timestamps: timestamps?.subarray(0, count) ?? null,
    parts: parts?.subarray(0, count),
  };
}
