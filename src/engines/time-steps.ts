import type { Configuration } from '../core/hyperparameters.ts';
import { createRandom } from '../core/random.ts';
import { createTarget } from '../core/target.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { MODELS } from '../models/registry.ts';
import type { Engine } from './engine.ts';
import type { TrainerOptions } from './trainer.ts';

/** The sizes that decide how long a step takes. */
export interface Workload {
  readonly configuration: Configuration;
  readonly users: number;
  readonly movies: number;
}

/** Shaders are compiled and buffers made on the first steps. */
const WARM_UP = 3;
const BATCHES = 4;
const ENOUGH_MILLISECONDS = 80;

/** Milliseconds of one training step, the reading of the loss included every fourth step. */
export async function timeSteps(engine: Engine, workload: Workload): Promise<number> {
  const { learningRate, batchSize } = workload.configuration;
  const trainer = await engine.create(timingOptions(workload));
  const pass = async (steps: number): Promise<void> => {
    for (let index = 0; index < steps; index++) trainer.step(index, learningRate);
    await trainer.takeLoss();
  };
  try {
    trainer.beginEpoch(Int32Array.from({ length: batchSize * BATCHES }, (_, i) => i));
    await pass(WARM_UP);
    const start = performance.now();
    let steps = 0;
    while (performance.now() - start < ENOUGH_MILLISECONDS) {
      await pass(BATCHES);
      steps += BATCHES;
    }
    return (performance.now() - start) / steps;
  } finally {
    trainer.dispose();
  }
}

/** Random ratings of every user and movie: timing needs their number, not their meaning. */
function timingOptions({ configuration, users, movies }: Workload): TrainerOptions {
  const random = createRandom(1, 'timing');
  const count = configuration.batchSize * BATCHES;
  const pick = (size: number) => Int32Array.from({ length: count }, () => Math.floor(random.next() * size));
  const scale = { min: 0.5, max: 5, step: 0.5 };
  const stars = { mean: 3.5, deviation: 1 };
  const context = { users, movies, scale, stars, target: createTarget(configuration.target, scale, stars) };
  const graph = MODELS[configuration.model].build(configuration, context);
  const examples = { users: pick(users), movies: pick(movies), targets: new Float32Array(count).fill(1) };
  const { optimizer, batchSize, seed } = configuration;
  return { graph, weights: initialWeights(graph, seed), examples, optimizer, batchSize, seed };
}
