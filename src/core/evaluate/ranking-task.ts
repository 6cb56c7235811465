import type { RowLists } from '../lists.ts';
import { pick } from '../pick.ts';
import { ratedMovies } from '../preferences.ts';
import type { Random } from '../random.ts';
import type { Ratings } from '../ratings.ts';
import { samplePositions } from '../sample.ts';

/** What lists are measured by: who gets one, from which movies, and what of it was held out and liked. */
export interface RankingTask {
  /** Users with a training rating, ascending: everybody who gets a list, or those of them who are drawn. */
  readonly users: Int32Array;
  /** How many users have a training rating. */
  readonly population: number;
  /** Training ratings of every movie, (movies). */
  readonly counts: Int32Array;
  /** Training ratings of every user, (users). */
  readonly activity: Int32Array;
  /** Movies with a training rating: the catalogue. */
  readonly catalogue: number;
  /** What each user rated in training, ascending: never recommended to them. */
  readonly seen: RowLists;
  /** The movies of the catalogue that each user rated at least `threshold` in the held-out part, ascending. */
  readonly relevant: RowLists;
  /** 1 where a movie is recommended to nobody: fewer training ratings than `minRatings`, or none. (movies) */
  readonly hidden: Uint8Array;
}

export interface RankingTaskSettings {
  /** From which rating on a held-out movie is relevant. */
  readonly threshold: number;
  /** Training ratings that a movie must have to be recommended; it stays in the catalogue without them. */
  readonly minRatings: number;
}

/** Positions of the ratings that train, and of those that are held out. */
export interface TaskParts {
  readonly train: Int32Array;
  readonly heldOut: Int32Array;
}

export function createRankingTask(ratings: Ratings, { train, heldOut }: TaskParts, settings: RankingTaskSettings): RankingTask {
  const { users, movies, stars, userIds, movieIds } = ratings;
  const counts = countAt(movies, train, movieIds.size);
  const activity = countAt(users, train, userIds.size);
  // As the stars are kept.
  const threshold = Math.fround(settings.threshold);
  const liked = heldOut.filter(
    (at) =>
      (stars[at] as number) >= threshold &&
      (counts[movies[at] as number] as number) > 0 &&
      (activity[users[at] as number] as number) > 0,
  );
  const trained = Int32Array.from(activity.keys()).filter((user) => (activity[user] as number) > 0);
  return {
    users: trained,
    population: trained.length,
    counts,
    activity,
    catalogue: counts.reduce((found, count) => found + (count > 0 ? 1 : 0), 0),
    seen: ratedMovies(ratings, train),
    relevant: ratedMovies(ratings, liked),
    hidden: Uint8Array.from(counts, (count) => (count < Math.max(1, settings.minRatings) ? 1 : 0)),
  };
}

/** The same task for at most so many of its users. */
export function drawUsers(task: RankingTask, most: number, random: Random): RankingTask {
  if (task.users.length <= most) return task;
  return { ...task, users: pick(task.users, samplePositions(task.users.length, most, random)) };
}

/** How often each of so many rows occurs. */
export function countOf(rows: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const row of rows) counts[row] = (counts[row] as number) + 1;
  return counts;
}

/** The same among the rows at these positions. */
export function countAt(rows: Int32Array, positions: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let i = 0; i < positions.length; i++) {
    const row = rows[positions[i] as number] as number;
    counts[row] = (counts[row] as number) + 1;
  }
  return counts;
}

/** A user's rows of a list. */
export const rowsOf = ({ offsets, rows }: RowLists, user: number): Int32Array =>
  rows.subarray(offsets[user] as number, offsets[user + 1] as number);
