import { expectOf, fitBiases } from './baselines.ts';
import { type EaseSettings, fitEase } from './ease/fit-ease.ts';
import type { Fit, FittedModel } from './fitted-model.ts';
import type { BaselineName } from './model-name.ts';
import { fitNeighbours, type NeighbourSettings } from './neighbours/fit-neighbours.ts';
import { pick } from './pick.ts';
import type { Ratings } from './ratings.ts';
import type { CreateSymmetricMatrix } from './symmetric-matrix.ts';
import { summariseAt } from './target.ts';

/** Ratings that a movie's mean must outweigh, as in `fitBiases`. */
const MEAN_SHRINKAGE = 10;

/** Fits a model without gradients to the ratings at `positions`. `createMatrix`: needed where the model inverts one. */
export function fitBaseline(
  name: BaselineName,
  ratings: Ratings,
  positions: Int32Array,
  settings: NeighbourSettings & EaseSettings,
  createMatrix: CreateSymmetricMatrix | null,
): Fit {
  switch (name) {
    case 'mean':
      return atOnce(() => fitMean(ratings, positions));
    case 'bias':
      return atOnce(() => fitBias(ratings, positions));
    case 'popular':
      return atOnce(() => fitPopular(ratings, positions));
    case 'neighbours':
      return fitNeighbours(ratings, positions, settings);
    case 'ease':
      return fitEase(ratings, positions, settings, createMatrix as CreateSymmetricMatrix);
  }
}

// biome-ignore lint/correctness/useYield: it is done before there is anything to tell
function* atOnce(compute: () => FittedModel): Fit {
  return compute();
}

/** Always the mean of the training ratings. */
function fitMean({ stars, movieIds }: Ratings, positions: Int32Array): FittedModel {
  const { mean } = meanOf(stars, positions);
  const all = new Float32Array(movieIds.size).fill(mean);
  return {
    predict: (users) => new Float32Array(users.length).fill(mean),
    score: () => all,
    fold: () => ({ predicted: all, scores: all }),
  };
}

/** The mean and the two biases: see `fitBiases`. */
function fitBias(ratings: Ratings, positions: Int32Array): FittedModel {
  const model = fitBiases(ratings, positions);
  const { mean, userBias, movieBias } = model;
  const predict: FittedModel['predict'] = (users, movies) =>
    Float32Array.from(users, (user, i) => mean + (userBias[user] as number) + (movieBias[movies[i] as number] as number));
  const ofMovies = Float32Array.from(movieBias, (bias) => mean + bias);
  return {
    predict,
    score: (user) => ofMovies.map((expected) => expected + (userBias[user] as number)),
    fold(rated) {
      const expected = expectOf(model, rated);
      return { predicted: expected, scores: expected };
    },
    movieBias,
  };
}

/**
 * Ranks movies by how many training ratings they have, the same for everybody. Its prediction is the movie's mean shrunk to that of
 * all ratings: (Σ r + 10 μ) / (n + 10).
 */
function fitPopular({ movies, stars, movieIds }: Ratings, positions: Int32Array): FittedModel {
  const { mean } = meanOf(stars, positions);
  const counts = new Float32Array(movieIds.size);
  const sums = new Float64Array(movieIds.size);
  for (const at of positions) {
    const movie = movies[at] as number;
    counts[movie] = (counts[movie] as number) + 1;
    sums[movie] = (sums[movie] as number) + (stars[at] as number);
  }
  const means = Float32Array.from(
    sums,
    (sum, movie) => (sum + MEAN_SHRINKAGE * mean) / ((counts[movie] as number) + MEAN_SHRINKAGE),
  );
  return { predict: (_, of) => pick(means, of), score: () => counts, fold: () => ({ predicted: means, scores: counts }) };
}

const meanOf = (stars: Float32Array, positions: Int32Array) => summariseAt(stars, positions);
