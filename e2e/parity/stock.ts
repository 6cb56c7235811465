import * as tf from '@tensorflow/tfjs';
import { SEGMENT_SUM } from '../../src/engines/tfjs/kernels/segment-sum/inputs.ts';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import type { Workload } from './workload.ts';

const stockKernel = tf.getKernel(SEGMENT_SUM, 'webgl');

/** Runs something on WebGL with tfjs' own segment sum. The next engine that starts repairs it again. */
export async function withStockKernel<Result>(work: () => Promise<Result>): Promise<Result> {
  await startTfjs('webgl', 'webgl');
  tf.unregisterKernel(SEGMENT_SUM, 'webgl');
  tf.registerKernel(stockKernel);
  return await work();
}

/** Milliseconds of one step of a dot product of embeddings, as stock tfjs on WebGL trains it with `trainOnBatch` and Adam. */
export function timeStockSteps(workload: Workload, factors: number, steps: number): Promise<number> {
  return withStockKernel(async () => {
    const model = compileDot(workload, factors);
    const draw = (size: number): tf.Tensor => tf.randomUniform([workload.batchSize, 1], 0, size, 'int32');
    const train = async (): Promise<void> => {
      const batch = tf.tidy(() => ({
        ids: [draw(workload.users), draw(workload.movies)],
        targets: tf.ones([workload.batchSize, 1]),
      }));
      await model.trainOnBatch(batch.ids, batch.targets);
      tf.dispose(batch);
    };
    await train();
    const start = performance.now();
    for (let step = 0; step < steps; step++) await train();
    const milliseconds = (performance.now() - start) / steps;
    model.dispose();
    return milliseconds;
  });
}

function compileDot({ users, movies }: Workload, factors: number): tf.LayersModel {
  const ids = [users, movies].map((_, i) => tf.input({ shape: [1], dtype: 'int32', name: `id_${i}` }));
  const rows = [users, movies].map((inputDim, i) => {
    const looked = tf.layers.embedding({ inputDim, outputDim: factors, inputLength: 1 }).apply(ids[i] as tf.SymbolicTensor);
    return tf.layers.flatten().apply(looked) as tf.SymbolicTensor;
  });
  const model = tf.model({ inputs: ids, outputs: tf.layers.dot({ axes: 1 }).apply(rows) as tf.SymbolicTensor });
  model.compile({ optimizer: tf.train.adam(1e-3), loss: 'meanSquaredError' });
  return model;
}
