import { likedFrom, roundingOf } from '../core/preferences.ts';
import type { RatingScale } from '../core/rating-scale.ts';
import type { Pairs } from '../engines/trainer.ts';
import type { HeldOutErrors } from './errors.ts';

/** So many users at most are asked: each means scores of all movies. */
const MOST_USERS = 500;

/** Which of the stars tell a liking: positions. */
export function likedAmong(stars: Float32Array, scale: RatingScale): Int32Array {
  const least = likedFrom(scale) - roundingOf(scale);
  return Int32Array.from(stars.keys()).filter((at) => (stars[at] as number) >= least);
}

/**
 * The mean of −ln softmax, over all movies, of those held out that were liked, by the first users among them. NaN where there is none.
 *
 * @param rank scores of every movie for each of the users given, (users, movies) row-major
 */
export async function measureList(
  rank: (users: Int32Array) => Promise<Float32Array>,
  { users, movies }: Pairs,
  liked: Int32Array,
): Promise<HeldOutErrors> {
  const moviesOf = new Map<number, number[]>();
  for (const at of liked) {
    const user = users[at] as number;
    const own = moviesOf.get(user);
    if (own) own.push(movies[at] as number);
    else if (moviesOf.size < MOST_USERS) moviesOf.set(user, [movies[at] as number]);
  }
  let [sum, count] = [0, 0];
  for (const [user, own] of moviesOf) {
    const scores = await rank(Int32Array.of(user));
    const logOfAll = logSumExp(scores);
    for (const movie of own) sum += logOfAll - (scores[movie] as number);
    count += own.length;
  }
  return { validationError: sum / count, validationMae: null, validationAuc: null };
}

function logSumExp(values: Float32Array): number {
  const most = values.reduce((a, b) => Math.max(a, b));
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
