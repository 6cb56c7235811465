import * as tf from '@tensorflow/tfjs';
import type { EngineName } from '../../src/core/hyperparameters.ts';
import { measureParity, type ParityCase, type ParityError, parityCase, parityCases } from '../../src/engines/parity.ts';
import type { OptimizerName } from '../../src/engines/trainer.ts';
import { startEngine } from './engines.ts';

export interface ParityTable {
  readonly rows: readonly (ParityError & { readonly label: string })[];
  /** Tensors that the cases left behind, and buffers that the backend still holds. */
  readonly leaked: number;
}

/** The largest error of every case with an optimizer. */
export function measureParityTable(name: EngineName, optimizer: OptimizerName): Promise<ParityTable> {
  const cases = parityCases([optimizer]).filter((parity) => parity.optimizer === optimizer);
  return runCases(name, name === 'simd' ? cases : cases.map((parity) => forGpu(parity, name)));
}

/** A GPU in software takes long to hand a loss over: WebGL 12 ms, and WebGPU 75. */
const forGpu = (parity: ParityCase, name: EngineName): ParityCase => ({
  ...parity,
  lossesByEpoch: true,
  steps: name === 'webgpu' ? Math.min(parity.steps, 20) : parity.steps,
});

/** The same for narrow, odd and wide tables; tables taller than any texture; batches taller than any texture. */
export function measureShapes(name: EngineName): Promise<ParityTable> {
  const few = { steps: 4 };
  const widths = [1, 2, 3, 5, 512].map((size) =>
    parityCase(`dot, size ${size}`, { userFactors: size, movieFactors: size, l2: 0.1 }, few),
  );
  const narrow = { userFactors: 3, movieFactors: 3, l2: 0.1, biasL2: 0.1 };
  return runCases(name, [
    ...widths,
    parityCase('MLP, sizes 5 and 3', { model: 'mlp', userFactors: 5, movieFactors: 3, dropout: 0.5 }, few),
    parityCase('dot + bias, 33,000 users', narrow, { ...few, users: 33_000, batchSize: 700 }),
    parityCase('dot + bias, batch 33,000', narrow, { ...few, users: 500, movies: 400, batchSize: 33_000 }),
  ]);
}

/** All cases side by side: a GPU hands over the loss of one while others train. */
async function runCases(name: EngineName, cases: readonly ParityCase[]): Promise<ParityTable> {
  const engine = await startEngine(name);
  const held = () => (name === 'simd' ? 0 : engine.tensors() + tf.engine().backend.numDataIds());
  const before = held();
  const rows = await Promise.all(
    cases.map(async (parity) => ({ label: parity.label, ...(await measureParity(parity, engine.create)) })),
  );
  return { rows, leaked: held() - before };
}
