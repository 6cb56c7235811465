import type { Ratings } from './ratings.ts';
import { summarise } from './target.ts';

/** r̂ = μ + b_u + b_i: how generous the user is, how well the movie is liked; nothing of who likes what. */
export interface BiasModel {
  readonly mean: number; // stars
  readonly userBias: Float64Array; // (users), stars
  readonly movieBias: Float64Array; // (movies), stars
}

/** Ratings that a bias must outweigh: pulls those of rarely seen users and movies towards 0 (Koren 2010, section 2.1). */
const USER_SHRINKAGE = 15;
const MOVIE_SHRINKAGE = 10;
const SWEEPS = 10;

/**
 * Fits biases by alternating least squares with shrinkage, as Surprise's BaselineOnly does: in turn
 * b_i = Σ(r − μ − b_u) / (10 + n_i) and b_u = Σ(r − μ − b_i) / (15 + n_u).
 */
export function fitBiases(ratings: Ratings, positions: Int32Array): BiasModel {
  const { users, movies, stars } = ratings;
  const { mean } = summarise(
    positions.length === stars.length ? stars : Float32Array.from(positions, (at) => stars[at] as number),
  );
  const userBias = new Float64Array(ratings.userIds.size);
  const movieBias = new Float64Array(ratings.movieIds.size);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    sweepBiases(
      movieBias,
      movies,
      MOVIE_SHRINKAGE,
      (at) => (stars[at] as number) - mean - (userBias[users[at] as number] as number),
    );
    sweepBiases(
      userBias,
      users,
      USER_SHRINKAGE,
      (at) => (stars[at] as number) - mean - (movieBias[movies[at] as number] as number),
    );
  }
  return { mean, userBias, movieBias };

  function sweepBiases(biases: Float64Array, owners: Int32Array, shrinkage: number, residual: (at: number) => number): void {
    const counts = new Float64Array(biases.length).fill(shrinkage);
    biases.fill(0);
    for (const at of positions) {
      const owner = owners[at] as number;
      counts[owner] = (counts[owner] as number) + 1;
      biases[owner] = (biases[owner] as number) + residual(at);
    }
    for (let owner = 0; owner < biases.length; owner++) biases[owner] = (biases[owner] as number) / (counts[owner] as number);
  }
}

/** Predictions in stars for the ratings at `positions`. */
export function predictBiases(model: BiasModel, { users, movies }: Ratings, positions: Int32Array): Float32Array {
  return Float32Array.from(
    positions,
    (at) => model.mean + (model.userBias[users[at] as number] as number) + (model.movieBias[movies[at] as number] as number),
  );
}
