import type { EngineName } from '../../src/core/hyperparameters.ts';
import { startEngine } from './engines.ts';
import { createWorkload, type Workload } from './workload.ts';

/** Milliseconds of each epoch, uploads and compilation included, from the first on. */
export async function timeEpochs(name: EngineName, workload: Workload, epochs: number): Promise<readonly number[]> {
  const { ratings, batchSize } = workload;
  const engine = await startEngine(name);
  const trainer = await engine.create(createWorkload(workload));
  const order = Int32Array.from({ length: ratings }, (_, i) => i);
  const times: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const start = performance.now();
    trainer.beginEpoch(order);
    for (let step = 0; step < ratings / batchSize; step++) trainer.step(step, 1e-3);
    await trainer.takeLoss();
    times.push(performance.now() - start);
  }
  trainer.dispose();
  return times;
}
