import { listOf } from '../../src/cells/recommend/lab/fold/network-folding.ts';
import { sideOf, trainedNumbers } from '../../src/cells/recommend/lab/fold/own-side.ts';
import { fixedWeights } from '../../src/cells/recommend/lab/fold/weights.ts';
import { fitBiases } from '../../src/core/baselines.ts';
import { groupPositions } from '../../src/core/grouping.ts';
import type { UserIndex } from '../../src/core/ids.ts';
import { pick } from '../../src/core/pick.ts';
import { likingsOf } from '../../src/core/preferences.ts';
import { isHeldOut } from '../../src/core/split/parts.ts';
import { positionsOf } from '../../src/core/user-positions.ts';
import type { Model, NetworkRun } from '../../src/lab/model.ts';
import { listScores } from '../../src/models/fold/terms.ts';
import { createUserNetwork } from '../../src/models/fold/user-network.ts';

/** What every movie is ranked by for a user, (movies), worked out in double precision by other code than the model's own. */
export type ExactRanking = (user: UserIndex) => Promise<Float64Array>;

export function exactRanking(model: Model): ExactRanking {
  if (model.network) return ofNetwork(model, model.network);
  switch (model.parts.configuration.model) {
    case 'mean':
      return ofMean(model);
    case 'popular':
      return ofPopular(model);
    case 'bias':
      return ofBiases(model);
    case 'ease':
      return ofEase(model);
    default:
      return ofNeighbours(model);
  }
}

function ofNetwork({ data: { ratings }, parts: { split } }: Model, network: NetworkRun): ExactRanking {
  const { graph, lists } = network.prepared;
  return async (user) => {
    const fixed = await fixedWeights(network);
    const learned = positionsOf(ratings, user).filter((at) => !isHeldOut(split, at));
    const rated = Int32Array.from(learned, (at) => ratings.movies[at] as number);
    const exact = createUserNetwork(graph, fixed.weights, lists, sideOf(network, user, rated), fixed.shares);
    const own = trainedNumbers(exact, fixed.weights, user);
    const list = listOf(exact, fixed);
    if (list) return listScores(list, own);
    exact.turnTo(own);
    return Float64Array.from({ length: ratings.movieIds.size }, (_, movie) => exact.predict(movie));
  };
}

function ofMean({ data: { ratings }, parts: { split } }: Model): ExactRanking {
  const mean = split.train.reduce((sum, at) => sum + (ratings.stars[at] as number), 0) / split.train.length;
  return async () => new Float64Array(ratings.movieIds.size).fill(mean);
}

function ofPopular({ data: { ratings }, parts: { split } }: Model): ExactRanking {
  const counts = new Float64Array(ratings.movieIds.size);
  for (const at of split.train) {
    const movie = ratings.movies[at] as number;
    counts[movie] = (counts[movie] as number) + 1;
  }
  return async () => counts;
}

function ofBiases({ data: { ratings }, parts: { split } }: Model): ExactRanking {
  const { mean, userBias, movieBias } = fitBiases(ratings, split.train);
  return async (user) => movieBias.map((bias) => mean + (userBias[user] as number) + bias);
}

/** The sum of the weights of what the user liked. */
function ofEase({ data: { ratings }, parts: { split, configuration }, fitted }: Model): ExactRanking {
  const liked = likingsOf(configuration.liked, ratings, split.train);
  const { offsets, order } = groupPositions(pick(ratings.users, liked.positions), ratings.userIds.size);
  return async (user) => {
    const scores = new Float64Array(ratings.movieIds.size);
    for (const at of order.subarray(offsets[user], offsets[user + 1])) {
      const movie = ratings.movies[liked.positions[at] as number] as number;
      const weight = liked.weights[at] as number;
      fitted?.pairWeights?.(movie).forEach((value, other) => {
        scores[other] = (scores[other] as number) + weight * value;
      });
    }
    return scores;
  };
}

/** The movies most similar to one first, with how similar they are. */
interface Similar {
  readonly movies: Int32Array;
  readonly values: Float32Array;
}

/** What the biases expect, and the mean of what they left over of the k most similar movies that the user rated, weighed by similarity. */
function ofNeighbours({ data: { ratings }, parts: { split, configuration }, fitted }: Model): ExactRanking {
  const { mean, userBias, movieBias } = fitBiases(ratings, split.train);
  const similarTo = Array.from({ length: ratings.movieIds.size }, (_, movie): Similar => {
    const row = fitted?.pairWeights?.(movie) ?? new Float32Array();
    const near = Int32Array.from(row.keys()).filter((other) => (row[other] as number) > 0);
    near.sort((a, b) => (row[b] as number) - (row[a] as number) || a - b);
    return { movies: near, values: Float32Array.from(near, (other) => row[other] as number) };
  });
  const { offsets, order } = groupPositions(pick(ratings.users, split.train), ratings.userIds.size);
  return async (user) => {
    const left = new Float64Array(similarTo.length).fill(Number.NaN);
    const expected = movieBias.map((bias) => mean + (userBias[user] as number) + bias);
    for (const i of order.subarray(offsets[user], offsets[user + 1])) {
      const at = split.train[i] as number;
      const movie = ratings.movies[at] as number;
      left[movie] = (ratings.stars[at] as number) - (expected[movie] as number);
    }
    return expected.map((value, movie) => value + meanOfNearest(similarTo[movie] as Similar, left, configuration.neighbours));
  };
}

/** `left`: not a number where the user has not rated. */
function meanOfNearest({ movies, values }: Similar, left: Float64Array, most: number): number {
  let [found, sum, weights] = [0, 0, 0];
  for (let at = 0; at < movies.length && found < most; at++) {
    const value = left[movies[at] as number] as number;
    if (Number.isNaN(value)) continue;
    found++;
    sum += value * (values[at] as number);
    weights += values[at] as number;
  }
  return weights > 0 ? sum / weights : 0;
}
