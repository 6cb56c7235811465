import type { Ratings } from '../ratings.ts';
import { type Seen, seenIn } from './seen.ts';

/** A part of the ratings in numbers. */
export interface PartReport {
  readonly ratings: number;
  readonly users: number;
  readonly movies: number;
  /** Its oldest and its newest rating, in seconds since 1970-01-01 UTC; null where it is empty or the data has no times. */
  readonly span: readonly [number, number] | null;
}

/** A part that is measured on, against what is trained on. */
export interface HeldOutReport extends PartReport {
  /** Users and movies of this part without a single training rating. */
  readonly unseenUsers: number;
  readonly unseenMovies: number;
  /** Ratings of this part whose user or movie has none. */
  readonly unseenRatings: number;
  /** Ratings of this part that are older than one that is trained on; null where the data has no times. */
  readonly leak: Leak | null;
}

export interface Leak {
  /** Older than a training rating of the same user. */
  readonly ownFuture: number;
  /** Older than a training rating of anybody. */
  readonly anyFuture: number;
}

/** What is known of the training part when another is held against it. */
export interface TrainingTraits extends Seen {
  readonly newestByUser: Float64Array; // (users), −∞ where not seen
  readonly newest: number;
}

export function traitsOf(ratings: Ratings, positions: Int32Array): TrainingTraits {
  const { users, timestamps, userIds } = ratings;
  const newestByUser = new Float64Array(userIds.size).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    const user = users[at] as number;
    const time = timestamps?.[at] ?? 0;
    if (time > (newestByUser[user] as number)) newestByUser[user] = time;
  }
  return {
    ...seenIn(ratings, positions),
    newestByUser,
    newest: newestByUser.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY),
  };
}

export function reportPart(ratings: Ratings, positions: Int32Array): PartReport {
  const { users, movies } = seenIn(ratings, positions);
  return { ratings: positions.length, users: sum(users), movies: sum(movies), span: spanOf(ratings.timestamps, positions) };
}

export function reportHeldOut(ratings: Ratings, positions: Int32Array, training: TrainingTraits): HeldOutReport {
  const unseenUsers = new Set<number>();
  const unseenMovies = new Set<number>();
  let unseenRatings = 0;
  for (const at of positions) {
    const [user, movie] = [ratings.users[at] as number, ratings.movies[at] as number];
    if (training.users[user] === 0) unseenUsers.add(user);
    if (training.movies[movie] === 0) unseenMovies.add(movie);
    if (training.users[user] === 0 || training.movies[movie] === 0) unseenRatings++;
  }
  return {
    ...reportPart(ratings, positions),
    unseenUsers: unseenUsers.size,
    unseenMovies: unseenMovies.size,
    unseenRatings,
    leak: leakOf(ratings, positions, training),
  };
}

function leakOf({ users, timestamps }: Ratings, positions: Int32Array, training: TrainingTraits): Leak | null {
  if (timestamps === null) return null;
  let [ownFuture, anyFuture] = [0, 0];
  for (const at of positions) {
    const time = timestamps[at] as number;
    if (time < (training.newestByUser[users[at] as number] as number)) ownFuture++;
    if (time < training.newest) anyFuture++;
  }
  return { ownFuture, anyFuture };
}

function spanOf(timestamps: ArrayLike<number> | null, positions: Int32Array): PartReport['span'] {
  if (timestamps === null || positions.length === 0) return null;
  let [oldest, newest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < positions.length; i++) {
    const time = timestamps[positions[i] as number] as number;
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }
  return [oldest, newest];
}

const sum = (marks: Uint8Array): number => marks.reduce((total, mark) => total + mark, 0);
