import type { Overrides } from '../../../core/hyperparameters.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import { movieStatistics } from '../../../core/movie-statistics.ts';
import { createRandom } from '../../../core/random.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { finish } from '../../../core/slices.ts';
import { createMaterial } from '../../../lab/material.ts';
import type { Model } from '../../../lab/model.ts';
import { prepareRun } from '../../../lab/prepare-run.ts';
import type { Weights } from '../../../models/graph.ts';
import { initialWeights } from '../../../models/initial-weights.ts';

const GENRES = ['Drama', 'Comedy', 'Action'];

/** Ratings of so many movies, in which movie m is rated by every user whose number is a multiple of 1 + m modulo 4. */
export function ratingsOf(movies: number, users = 24) {
  const pairs = Array.from({ length: movies * users }, (_, at) => [at % users, Math.floor(at / users)] as const).filter(
    ([user, movie]) => user % (1 + (movie % 4)) === 0,
  );
  const random = createRandom(1, 'ratings');
  const columns = {
    users: Int32Array.from(pairs, ([user]) => user + 1),
    movies: Int32Array.from(pairs, ([, movie]) => 10 * movie + 10),
    stars: Float32Array.from(pairs, () => 1 + Math.floor(5 * random.next())),
    timestamps: null,
  };
  const catalogue = Array.from({ length: movies }, (_, movie) => ({
    id: 10 * movie + 10,
    title: movie === 3 ? 'Été Noir, The' : `Film ${movie}`,
    year: movie % 5 === 0 ? null : 1950 + movie,
    genres: movie % 6 === 0 ? [] : [GENRES[movie % 3] as string, ...(movie % 2 ? ['War'] : [])],
  }));
  return buildRatings(columns, catalogue);
}

/** A model on such ratings with weights drawn by the seed, or those given. */
export function modelOf(
  ratings: ReturnType<typeof ratingsOf>,
  overrides: Overrides = {},
  change: (weights: Weights) => void = () => {},
): Model & { readonly weights: Weights } {
  const configuration = resolve({ split: 'none', listWeight: 0, userFactors: 6, movieFactors: 6, ...overrides });
  const prepared = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
  const weights = initialWeights(prepared.graph, 5);
  change(weights);
  const network = { prepared, trainer: { version: 0, readWeights: async () => weights } };
  const model = {
    runId: 'one',
    data: { ratings, statistics: finish(movieStatistics(ratings)) },
    parts: prepared,
    network,
    weights,
  };
  return model as unknown as Model & { readonly weights: Weights };
}
