import { listRows } from '../src/core/lists.ts';
import { pick } from '../src/core/pick.ts';
import { likedFrom } from '../src/core/preferences.ts';
import type { Ratings } from '../src/core/ratings.ts';
import { rankUsers } from '../src/training/rank-users.ts';

const FIRST = 10;

/**
 * NDCG@10 over the whole catalogue: of each user with a held-out rating that tells a liking, all movies of the training part that they have not
 * rated there are ranked.
 */
export async function ndcgOf(
  ratings: Ratings,
  train: Int32Array,
  heldOut: Int32Array,
  score: (users: Int32Array) => Promise<Float32Array>,
): Promise<number> {
  const { users, movies, stars, userIds, movieIds, scale } = ratings;
  const isTrained = new Uint8Array(movieIds.size);
  for (const at of train) isTrained[movies[at] as number] = 1;
  const seen = listRows(userIds.size, pick(users, train), pick(movies, train));
  const relevant = new Map<number, Set<number>>();
  for (const at of heldOut) {
    if ((stars[at] as number) < likedFrom(scale) - 1e-6 || !isTrained[movies[at] as number]) continue;
    const user = users[at] as number;
    relevant.set(user, (relevant.get(user) ?? new Set()).add(movies[at] as number));
  }
  const onlyTrained = async (block: Int32Array): Promise<Float32Array> =>
    (await score(block)).map((value, at) => (isTrained[at % movieIds.size] ? value : Number.NaN));
  const asked = Int32Array.from(relevant.keys()).sort();
  let sum = 0;
  for await (const { users: block, top } of rankUsers({
    score: onlyTrained,
    users: asked,
    movies: movieIds.size,
    seen,
    count: FIRST,
  })) {
    block.forEach((user, at) => {
      const wanted = relevant.get(user) as Set<number>;
      const gains = (top[at] as readonly number[]).map((movie, place) => (wanted.has(movie) ? discount(place) : 0));
      const ideal = Array.from({ length: Math.min(FIRST, wanted.size) }, (_, place) => discount(place));
      sum += total(gains) / total(ideal);
    });
  }
  return sum / asked.length;
}

const discount = (place: number): number => 1 / Math.log2(place + 2);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
