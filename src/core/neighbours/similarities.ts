import { listRows } from '../lists.ts';
import { type BestLists, createBestLists } from './best-lists.ts';
import type { Residuals } from './residuals.ts';

/** So many similarities are kept in all (64 MiB), and never fewer than these a movie where there are as many. */
const KEPT_IN_ALL = 2 ** 23;
const KEPT_AT_LEAST = 200;

/** How many similar movies are kept of each. */
export const keptPerMovie = (movies: number): number =>
  Math.max(1, Math.min(movies - 1, Math.max(KEPT_AT_LEAST, Math.floor(KEPT_IN_ALL / movies))));

/**
 * How alike any two movies are: the cosine of their residuals over the n users who rated both, times n / (n + shrinkage): Koren
 * 2010 ("Factor in the neighbors", section 2.2), whose ρ this is with the biases as the means. Kept are those above 0, and of them
 * the `kept` highest of each movie. Yields the share that is done, movie by movie; memory does not grow with the pairs.
 */
export function* findSimilarities(
  { offsets, movies, values }: Residuals,
  count: number,
  shrinkage: number,
  kept: number,
): Generator<number, BestLists> {
  const best = createBestLists(count, kept);
  const raters = listRows(count, movies, ownersOf(offsets));
  const next = offsets.slice(0, -1); // where each user's movie at work or after it stands
  const sums = new Float64Array(4 * count); // of each movie with the one at work: Σ xy, Σ x², Σ y², n
  const met = new Int32Array(count);
  const all = pairsIn(offsets);
  let done = 0;
  for (let movie = 0; movie < count; movie++) {
    let metCount = 0;
    for (let i = raters.offsets[movie] as number; i < (raters.offsets[movie + 1] as number); i++) {
      const user = raters.rows[i] as number;
      const from = next[user] as number;
      const to = offsets[user + 1] as number;
      const x = values[from] as number;
      next[user] = from + 1;
      done += to - from - 1;
      for (let at = from + 1; at < to; at++) {
        const other = movies[at] as number;
        const y = values[at] as number;
        const sum = 4 * other;
        if (sums[sum + 3] === 0) met[metCount++] = other;
        sums[sum] = (sums[sum] as number) + x * y;
        sums[sum + 1] = (sums[sum + 1] as number) + x * x;
        sums[sum + 2] = (sums[sum + 2] as number) + y * y;
        sums[sum + 3] = (sums[sum + 3] as number) + 1;
      }
    }
    for (let i = 0; i < metCount; i++) {
      const other = met[i] as number;
      const sum = 4 * other;
      const xy = sums[sum] as number;
      if (xy > 0) {
        const n = sums[sum + 3] as number;
        const cosine = xy / Math.sqrt((sums[sum + 1] as number) * (sums[sum + 2] as number));
        const similarity = (cosine * n) / (n + shrinkage);
        best.offer(movie, other, similarity);
        best.offer(other, movie, similarity);
      }
      sums.fill(0, sum, sum + 4);
    }
    best.sort(movie); // all movies before it have offered, and it has to all after it
    yield all === 0 ? 1 : done / all;
  }
  return best.lists;
}

/** Whose each of the users' entries is. */
function ownersOf(offsets: Int32Array): Int32Array {
  const owners = new Int32Array(offsets.at(-1) as number);
  for (let user = 0; user + 1 < offsets.length; user++) owners.fill(user, offsets[user], offsets[user + 1]);
  return owners;
}

/** How many pairs of movies the users have rated, all in all. */
function pairsIn(offsets: Int32Array): number {
  let pairs = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    const n = (offsets[user + 1] as number) - (offsets[user] as number);
    pairs += (n * (n - 1)) / 2;
  }
  return pairs;
}
