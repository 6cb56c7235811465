import { type BiasModel, predictBiases } from '../baselines.ts';
import { listRows } from '../lists.ts';
import type { Ratings } from '../ratings.ts';

/** What the biases leave unexplained of each user's ratings: user u's are those from `offsets[u]` to `offsets[u + 1]`. */
export interface Residuals {
  readonly offsets: Int32Array; // (users + 1)
  readonly movies: Int32Array; // (ratings), ascending within a user
  readonly values: Float32Array; // (ratings), stars
}

/** The residuals of the ratings at `positions`. */
export function residualsOf(biases: BiasModel, ratings: Ratings, positions: Int32Array): Residuals {
  const { users, movies, stars, userIds, movieIds } = ratings;
  const ownersOf = (owners: Int32Array, at: Int32Array) => at.map((position) => owners[position] as number);
  // By movie first, so that each user's come out with ascending movies.
  const byMovie = listRows(movieIds.size, ownersOf(movies, positions), positions).rows;
  const { offsets, rows } = listRows(userIds.size, ownersOf(users, byMovie), byMovie);
  const expected = predictBiases(biases, ratings, rows);
  return {
    offsets,
    movies: ownersOf(movies, rows),
    values: expected.map((value, i) => (stars[rows[i] as number] as number) - value),
  };
}
