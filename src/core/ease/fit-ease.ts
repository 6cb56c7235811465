import { type BiasModel, expectOf, fitBiases } from '../baselines.ts';
import { LabError } from '../errors.ts';
import type { Fit, FittedModel, RatedMovie } from '../fitted-model.ts';
import { groupPositions } from '../grouping.ts';
import { pick } from '../pick.ts';
import { type LikedRule, likingsOf } from '../preferences.ts';
import type { Ratings } from '../ratings.ts';
import type { CreateSymmetricMatrix, SymmetricMatrix } from '../symmetric-matrix.ts';
import { easeCost, requireFit } from './cost.ts';

export interface EaseSettings {
  /** What X holds. */
  readonly liked: LikedRule;
  /** λ. */
  readonly ridge: number;
}

/** X by user: user u's are the entries from `offsets[u]` to before `offsets[u + 1]`. */
interface Likes {
  readonly offsets: Int32Array;
  /** The row of the table, for each entry. */
  readonly rows: Int32Array;
  readonly weights: Float32Array;
  /** The table's row of each movie; −1 of one that nobody liked: its row and its column are zeros, so that it drops out. */
  readonly rowOf: Int32Array;
  /** The movie of each row. */
  readonly movies: Int32Array;
}

/** The share of a fit in which XᵀX is added up. */
const ADDING = 0.1;

/**
 * EASE^R (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data", equation 8): scores are X · B with
 * B = I − P · diag(1 / diag P) and P = (XᵀX + λI)⁻¹. Its predictions in stars are those of the biases.
 */
export function* fitEase(
  ratings: Ratings,
  positions: Int32Array,
  { liked, ridge }: EaseSettings,
  createMatrix: CreateSymmetricMatrix,
): Fit {
  const likes = likesOf(ratings, positions, liked);
  requireFit(easeCost(likes.movies.length));
  const matrix = createMatrix(likes.movies.length);
  for (const share of addProducts(matrix, likes, ridge)) yield ADDING * share;
  for (const share of matrix.invert()) yield ADDING + (1 - ADDING) * share;
  const biases = fitBiases(ratings, positions);
  return {
    predict: predictBy(biases),
    score: (user) => scoresOf(matrix, likes, user),
    fold: (rated) => ({
      predicted: expectOf(biases, rated),
      scores: scoresOf(matrix, likesOfOne(likes, ratings, rated, liked), 0),
    }),
    pairWeights: (movie) => weightsOf(matrix, likes, movie),
    movieBias: biases.movieBias,
  };
}

/** Throws a LabError of code `no-split` where nothing is liked. */
function likesOf(ratings: Ratings, among: Int32Array, rule: LikedRule): Likes {
  const { positions, weights } = likingsOf(rule, ratings, among);
  if (positions.length === 0) {
    const remedy = 'Count all ratings as liked, or those above the user’s own mean.';
    throw new LabError('no-split', 'No rating of the training part counts as liked.', remedy);
  }
  const { offsets, order } = groupPositions(pick(ratings.users, positions), ratings.userIds.size);
  const likedMovies = pick(ratings.movies, pick(positions, order));
  const rowOf = new Int32Array(ratings.movieIds.size).fill(-1);
  for (const movie of likedMovies) rowOf[movie] = 0;
  const movies = Int32Array.from(rowOf.keys()).filter((movie) => rowOf[movie] === 0);
  for (const [row, movie] of movies.entries()) rowOf[movie] = row;
  return { offsets, rows: pick(rowOf, likedMovies), weights: pick(weights, order), rowOf, movies };
}

/** X of one user with these ratings; of movies that nobody liked there is nothing in the table. */
function likesOfOne(likes: Likes, ratings: Ratings, rated: readonly RatedMovie[], rule: LikedRule): Likes {
  const stars = Float32Array.from(rated, (rating) => rating.stars);
  const alone = { ...ratings, users: new Int32Array(rated.length), stars, userIds: { ...ratings.userIds, size: 1 } };
  const { positions, weights } = likingsOf(rule, alone, Int32Array.from(rated.keys()));
  const rowAt = (at: number): number => likes.rowOf[(rated[at] as RatedMovie).movie] as number;
  const kept = positions.filter((at) => rowAt(at) >= 0);
  const rows = kept.map(rowAt);
  return {
    ...likes,
    offsets: Int32Array.of(0, rows.length),
    rows,
    weights: weights.filter((_, i) => rowAt(positions[i] as number) >= 0),
  };
}

/** XᵀX + λI on and above the diagonal, user by user. */
function* addProducts({ size, stride, values }: SymmetricMatrix, likes: Likes, ridge: number): Generator<number, void> {
  const { offsets, rows, weights } = likes;
  const users = offsets.length - 1;
  for (let user = 0; user < users; user++) {
    const end = offsets[user + 1] as number;
    for (let a = offsets[user] as number; a < end; a++) {
      const [row, weight] = [rows[a] as number, weights[a] as number];
      for (let b = offsets[user] as number; b < end; b++) {
        const column = rows[b] as number;
        if (column < row) continue;
        const at = row * stride + column;
        values[at] = (values[at] as number) + weight * (weights[b] as number);
      }
    }
    yield user / users;
  }
  for (let row = 0; row < size; row++) values[row * (stride + 1)] = (values[row * (stride + 1)] as number) + ridge;
}

/** x · B of a user, in every movie; `values` hold −P. */
function scoresOf({ size, stride, values }: SymmetricMatrix, likes: Likes, user: number): Float32Array {
  const { offsets, rows, weights, rowOf, movies } = likes;
  const sums = new Float64Array(size);
  for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++) {
    const [row, weight] = [rows[at] as number, weights[at] as number];
    const from = row * stride;
    for (let column = 0; column < size; column++) {
      sums[column] = (sums[column] as number) + weight * (values[from + column] as number);
    }
    // No movie speaks for itself.
    sums[row] = (sums[row] as number) - weight * (values[from + row] as number);
  }
  const scores = new Float32Array(rowOf.length);
  for (let row = 0; row < size; row++) {
    scores[movies[row] as number] = -(sums[row] as number) / (values[row * (stride + 1)] as number);
  }
  return scores;
}

/** Row `movie` of B: what it adds to the score of every other movie where somebody liked it. */
function weightsOf({ size, stride, values }: SymmetricMatrix, { rowOf, movies }: Likes, movie: number): Float32Array {
  const weights = new Float32Array(rowOf.length);
  const row = rowOf[movie] as number;
  if (row < 0) return weights;
  for (let column = 0; column < size; column++) {
    if (column === row) continue;
    weights[movies[column] as number] = -(values[row * stride + column] as number) / (values[column * (stride + 1)] as number);
  }
  return weights;
}

const predictBy =
  ({ mean, userBias, movieBias }: BiasModel): FittedModel['predict'] =>
  (users, movies) =>
    Float32Array.from(users, (user, i) => mean + (userBias[user] as number) + (movieBias[movies[i] as number] as number));
