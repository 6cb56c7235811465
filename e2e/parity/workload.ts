import type { Configuration } from '../../src/core/hyperparameters.ts';
import { createRandom } from '../../src/core/random.ts';
import { DEFAULTS } from '../../src/core/settings/tuned.ts';
import { createTarget } from '../../src/core/target.ts';
import type { TrainerOptions } from '../../src/engines/trainer.ts';
import { initialWeights } from '../../src/models/initial-weights.ts';
import { networkOf } from '../../src/models/registry.ts';

/** What is trained and how much of it there is. */
export interface Workload {
  readonly configuration: Partial<Configuration>;
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
  readonly batchSize: number;
}

/** Random ratings in which a few users and movies have many, as in MovieLens. */
export function createWorkload({ configuration, users, movies, ratings, batchSize }: Workload): TrainerOptions {
  const settings = { ...DEFAULTS[configuration.model ?? 'dot'], ...configuration };
  const random = createRandom(7, 'workload');
  const pick = (size: number) => Int32Array.from({ length: ratings }, () => Math.floor(size * random.next() ** 1.5));
  const examples = {
    users: pick(users),
    movies: pick(movies),
    targets: Float32Array.from({ length: ratings }, () => 1 + Math.floor(5 * random.next())),
  };
  const scale = { min: 1, max: 5, step: 1 };
  const stars = { mean: 3.5, deviation: 1 };
  const graph = networkOf(settings).build(settings, {
    users,
    movies,
    scale,
    stars,
    target: createTarget('raw', scale, stars),
  });
  const { optimizer, momentum, clip } = settings;
  return { graph, weights: initialWeights(graph, 7), examples, optimizer, momentum, clip, batchSize, seed: 7 };
}
