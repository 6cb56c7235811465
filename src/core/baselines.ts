import type { RatedMovie } from './fitted-model.ts';
import type { Ratings } from './ratings.ts';
import { summariseAt } from './target.ts';

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
  const { mean } = summariseAt(ratings.stars, positions);
  const users = startSide(ratings.users, positions, ratings.userIds.size, USER_SHRINKAGE);
  const movies = startSide(ratings.movies, positions, ratings.movieIds.size, MOVIE_SHRINKAGE);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    fitSide(movies, users, ratings.stars, positions, mean);
    fitSide(users, movies, ratings.stars, positions, mean);
  }
  return { mean, userBias: users.biases, movieBias: movies.biases };
}

/** All users, or all movies. */
interface Side {
  /** Of each of all ratings. */
  readonly owners: Int32Array;
  /** How many of the ratings that are fitted each has, and the shrinkage. */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

function startSide(owners: Int32Array, positions: Int32Array, size: number, shrinkage: number): Side {
  const weights = new Float64Array(size).fill(shrinkage);
  for (let i = 0; i < positions.length; i++) {
    const owner = owners[positions[i] as number] as number;
    weights[owner] = (weights[owner] as number) + 1;
  }
  return { owners, weights, biases: new Float64Array(size) };
}

/** Sets a side's biases to what the other's leave over. */
function fitSide({ owners, weights, biases }: Side, other: Side, stars: Float32Array, positions: Int32Array, mean: number): void {
  biases.fill(0);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    const owner = owners[at] as number;
    const left = (stars[at] as number) - mean - (other.biases[other.owners[at] as number] as number);
    biases[owner] = (biases[owner] as number) + left;
  }
  for (let owner = 0; owner < biases.length; owner++) biases[owner] = (biases[owner] as number) / (weights[owner] as number);
}

/** What somebody new is expected to give every movie, in stars. */
export function expectOf({ mean, movieBias }: BiasModel, rated: readonly RatedMovie[]): Float32Array {
  const left = rated.reduce((sum, { movie, stars }) => sum + stars - mean - (movieBias[movie] as number), 0);
  const bias = left / (USER_SHRINKAGE + rated.length);
  return Float32Array.from(movieBias, (ofMovie) => mean + bias + ofMovie);
}

/** Predictions in stars for the ratings at `positions`. */
export function predictBiases(model: BiasModel, { users, movies }: Ratings, positions: Int32Array): Float32Array {
  const { mean, userBias, movieBias } = model;
  const predicted = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    predicted[i] = mean + (userBias[users[at] as number] as number) + (movieBias[movies[at] as number] as number);
  }
  return predicted;
}
