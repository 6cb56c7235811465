import { dot } from '../../../../core/cholesky.ts';
import type { UserIndex } from '../../../../core/ids.ts';
import { isPairwise } from '../../../../core/loss.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import type { Scores } from '../../../../lab/predictor.ts';
import { foldIn } from '../../../../models/fold/fold-in.ts';
import { pullsOn } from '../../../../models/fold/pulls.ts';
import { type ListScores, listScores } from '../../../../models/fold/terms.ts';
import { createUserNetwork, type UserNetwork } from '../../../../models/fold/user-network.ts';
import { readPredictions } from '../../../../training/errors.ts';
import type { OwnRating } from '../choose-movies.ts';
import { listOf, networkFolding } from './network-folding.ts';
import { sideOf } from './own-side.ts';
import { fixedWeights } from './weights.ts';

/** How a user's numbers were found: by one ridge solution, by steps of Newton's method, or of that of Gauss and Newton through layers. */
export type FoldedBy = 'ridge' | 'newton' | 'gauss-newton';

/** A user as a network has them whose own numbers follow from their ratings, all else being fixed. */
export interface FoldedUser {
  readonly by: FoldedBy;
  readonly own: Float64Array;
  readonly scores: Scores;
  /** What a node of the user alone gives. */
  valuesOf(node: string): Float32Array;
  /**
   * What each rating adds to what a movie is ranked by, in the order of the ratings, and what it would be without any; null where that cannot be
   * told apart. In target units, or of a score.
   */
  pullsOn(movie: number): { readonly base: number; readonly pulls: Float64Array } | null;
}

/** `user`: of whom more may be known than their ratings; null for somebody new. */
export async function foldUser(run: NetworkRun, user: UserIndex | null, rated: readonly OwnRating[]): Promise<FoldedUser> {
  const fixed = await fixedWeights(run);
  const { graph, lists, configuration } = run.prepared;
  const movies = Int32Array.from(rated, ({ movie }) => movie);
  const network = createUserNetwork(graph, fixed.weights, lists, sideOf(run, user, movies), fixed.shares);
  const folding = networkFolding(run, network, fixed, rated);
  const own = foldIn(folding, network.isLinear);
  const list = listOf(network, fixed);
  const isQuadratic = network.isLinear && list === null && !isPairwise(configuration.loss);
  const by: FoldedBy = isQuadratic ? 'ridge' : network.isLinear || configuration.listWeight === 1 ? 'newton' : 'gauss-newton';
  return {
    by,
    own,
    scores: scoresOf(run, network, list, own),
    valuesOf(node) {
      network.turnTo(own);
      return Float32Array.from(network.valuesOf(node));
    },
    pullsOn(movie) {
      const linear = linearScore(network, list, own, movie);
      const pulls = linear && pullsOn(folding, own, linear.feature, { isQuadratic, ratings: rated.length });
      return linear && pulls && { base: linear.base + dot(linear.feature, folding.centre), pulls };
    },
  };
}

function scoresOf(
  { prepared: { configuration, target }, data }: NetworkRun,
  network: UserNetwork,
  list: ListScores | null,
  own: Float64Array,
): Scores {
  const ranking = list && Float32Array.from(listScores(list, own));
  if (ranking && configuration.listWeight === 1) return { stars: ranking, ranking };
  const predict = (movies: ArrayLike<number>): Float32Array => {
    network.turnTo(own);
    return Float32Array.from(movies, (movie) => network.predict(movie));
  };
  const predictAll = (): Float32Array => predict(Array.from({ length: data.ratings.movieIds.size }, (_, movie) => movie));
  const read = (z: Float32Array): Float32Array => readPredictions(configuration.loss, z, { target, scale: data.ratings.scale });
  if (ranking === null) {
    const z = predictAll();
    return { stars: read(z), ranking: z };
  }
  return {
    get stars() {
      return read(predictAll());
    },
    starsOf: (movies) => read(predict(movies)),
    ranking,
  };
}

/** What a movie is ranked by, as base + feature · own; null where layers make it something else. */
function linearScore(
  network: UserNetwork,
  list: ListScores | null,
  own: Float64Array,
  movie: number,
): { readonly base: number; readonly feature: Float64Array } | null {
  const feature = new Float64Array(network.size);
  if (list) {
    feature.set(list.features.subarray(movie * list.width, (movie + 1) * list.width), list.from);
    return { base: list.biases[movie] as number, feature };
  }
  if (!network.isLinear) return null;
  network.turnTo(own);
  const score = network.differentiate(movie, feature);
  return { base: score - feature.reduce((sum, value, d) => sum + value * (own[d] as number), 0), feature };
}
