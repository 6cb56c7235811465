import { yieldToMessages } from '../core/clock.ts';
import { type FeatureSizes, NO_FEATURES } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { groupSize } from '../core/loss.ts';
import { createRandom } from '../core/random.ts';
import { initialWeights } from '../models/initial-weights.ts';
import type { Engine } from './engine.ts';
import { makeUp } from './made-up.ts';
import type { TrainerOptions } from './trainer.ts';

/** The sizes that decide how long a step takes. */
export interface Workload {
  readonly configuration: Configuration;
  readonly users: number;
  readonly movies: number;
  /** Nothing but who rated what where absent. */
  readonly features?: FeatureSizes;
}

/** Shaders are compiled and buffers made on the first steps. */
const WARM_UP = 3;
const BATCHES = 4;
const ENOUGH_MILLISECONDS = 80;

/** Milliseconds of one training step, the reading of the loss included every fourth step. */
export async function timeSteps(engine: Engine, workload: Workload): Promise<number> {
  const { learningRate } = workload.configuration;
  const batchSize = predictionsPerBatch(workload.configuration);
  const trainer = await engine.create(timingOptions(workload));
  const pass = async (steps: number): Promise<void> => {
    for (let index = 0; index < steps; index++) trainer.step(index, learningRate);
    await trainer.takeLoss();
  };
  try {
    trainer.beginEpoch(Int32Array.from({ length: batchSize * BATCHES }, (_, i) => i));
    await pass(WARM_UP);
    let [steps, spent] = [0, 0];
    while (spent < ENOUGH_MILLISECONDS) {
      const start = performance.now();
      await pass(BATCHES);
      spent += performance.now() - start;
      steps += BATCHES;
      // Whoever looks at the data meanwhile need not wait.
      await yieldToMessages();
    }
    return spent / steps;
  } finally {
    trainer.dispose();
  }
}

const predictionsPerBatch = ({ batchSize, loss }: Configuration): number => batchSize * groupSize(loss);

function timingOptions({ configuration, users, movies, features = NO_FEATURES }: Workload): TrainerOptions {
  const batchSize = predictionsPerBatch(configuration);
  const shape = { users, movies, ratings: batchSize * BATCHES, features };
  const madeUp = makeUp(configuration, shape, createRandom(1, 'timing'), () => 1);
  const { loss, optimizer, momentum, clip, seed } = configuration;
  return { ...madeUp, weights: initialWeights(madeUp.graph, seed), loss, optimizer, momentum, clip, batchSize, seed };
}
