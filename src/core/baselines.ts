import type { RatedMovie } from './fitted-model.ts';
import { listRowsAt, type RowLists } from './lists.ts';
import type { Ratings } from './ratings.ts';
import { finish, type Sliced } from './slices.ts';
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
export const fitBiases = (ratings: Ratings, positions: Int32Array): BiasModel => finish(fitBiasesInSlices(ratings, positions));

/** The same in slices. */
export function* fitBiasesInSlices(ratings: Ratings, positions: Int32Array): Sliced<BiasModel> {
  const { mean } = summariseAt(ratings.stars, positions);
  const users = startSide(ratings.users, ratings.userIds.size, USER_SHRINKAGE, ratings.stars, positions, mean);
  yield positions.length;
  const movies = startSide(ratings.movies, ratings.movieIds.size, MOVIE_SHRINKAGE, ratings.stars, positions, mean);
  yield positions.length;
  const rated = listRowsAt(ratings.userIds.size, ratings.users, ratings.movies, positions);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    yield positions.length;
    addToMovies(rated, users.biases, movies.biases);
    fitSide(movies);
    addToUsers(rated, movies.biases, users.biases);
    fitSide(users);
  }
  return { mean, userBias: users.biases, movieBias: movies.biases };
}

/** All users, or all movies. */
interface Side {
  /** Σ(r − μ) over the ratings that are fitted, of each. */
  readonly sums: Float64Array;
  /** How many of those ratings each has, and the shrinkage. */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

function startSide(
  owners: Int32Array,
  size: number,
  shrinkage: number,
  stars: Float32Array,
  positions: Int32Array,
  mean: number,
): Side {
  const weights = new Float64Array(size).fill(shrinkage);
  const sums = new Float64Array(size);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    const owner = owners[at] as number;
    weights[owner] = (weights[owner] as number) + 1;
    sums[owner] = (sums[owner] as number) + (stars[at] as number) - mean;
  }
  return { sums, weights, biases: new Float64Array(size) };
}

/** Sets a side's biases, where the other's are added up so far, to what those leave over. */
function fitSide({ sums, weights, biases }: Side): void {
  for (let owner = 0; owner < biases.length; owner++) {
    biases[owner] = ((sums[owner] as number) - (biases[owner] as number)) / (weights[owner] as number);
  }
}

/** Σ b_u over those who rated each movie. */
function addToMovies({ offsets, rows }: RowLists, ofUsers: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (let user = 0; user < ofUsers.length; user++) {
    const bias = ofUsers[user] as number;
    const end = offsets[user + 1] as number;
    for (let i = offsets[user] as number; i < end; i++) {
      const movie = rows[i] as number;
      sums[movie] = (sums[movie] as number) + bias;
    }
  }
}

/** Σ b_i over what each user rated. */
function addToUsers({ offsets, rows }: RowLists, ofMovies: Float64Array, sums: Float64Array): void {
  for (let user = 0; user < sums.length; user++) {
    let sum = 0;
    const end = offsets[user + 1] as number;
    for (let i = offsets[user] as number; i < end; i++) sum += ofMovies[rows[i] as number] as number;
    sums[user] = sum;
  }
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
