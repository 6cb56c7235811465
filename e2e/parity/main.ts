import * as tf from '@tensorflow/tfjs';
import { measureParity, type ParityCase, type ParityError, parityCase, parityCases } from '../../src/engines/parity.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';
import { compareEmbeddingGradients, type EmbeddingGradients } from './embedding-gradients.ts';
import { type Interleaved, interleave } from './interleave.ts';
import { type Resumed, resumeOn } from './resume.ts';
import { timeStockSteps } from './stock.ts';
import { findWrongRows } from './tables.ts';
import { timeEpochs } from './timing.ts';
import { measureTraffic, type Traffic } from './traffic.ts';
import type { Workload } from './workload.ts';

export interface ParityRow extends ParityError {
  readonly label: string;
  /** Tensors that the case left behind, and buffers that the backend still holds. */
  readonly leaked: number;
}

declare global {
  interface Window {
    parity: {
      /** The largest error of every case. */
      run(backend: TfjsBackend): Promise<readonly ParityRow[]>;
      /** The same for tables of unusual shape. */
      runShapes(backend: TfjsBackend): Promise<readonly ParityRow[]>;
      /** Gradients of a tf.layers.embedding, by tfjs' own WebGL kernel and by ours. */
      embeddingGradients(width: number): Promise<EmbeddingGradients>;
      /** The rows of a table that a lookup gets wrong. */
      wrongRows(rows: number, columns: number): Promise<readonly number[]>;
      interleave(backend: TfjsBackend, other: TfjsBackend): Promise<Interleaved>;
      /** Runs that were taken up from a state: by the same engine, and by SIMD. */
      resume(backend: TfjsBackend): Promise<readonly Resumed[]>;
      traffic(workload: Workload): Promise<Traffic>;
      /** Milliseconds of each epoch. */
      time(backend: TfjsBackend, workload: Workload, epochs: number): Promise<readonly number[]>;
      /** Milliseconds of a step of the dot product as stock tfjs trains it on WebGL. */
      timeStock(workload: Workload, factors: number, steps: number): Promise<number>;
    };
  }
}

async function runCases(backend: TfjsBackend, cases: readonly ParityCase[]): Promise<readonly ParityRow[]> {
  const engine = await startTfjs(backend, backend);
  const rows: ParityRow[] = [];
  for (const parity of cases) {
    const held = () => engine.tensors() + tf.engine().backend.numDataIds();
    const before = held();
    const error = await measureParity(parity, engine.create);
    rows.push({ label: parity.label, ...error, leaked: held() - before });
  }
  return rows;
}

/** Narrow, odd and wide tables; tables taller than any texture; batches taller than any texture. */
function shapeCases(): readonly ParityCase[] {
  const few = { steps: 4 };
  const widths = [1, 2, 3, 5, 512].map((size) =>
    parityCase(`dot, size ${size}`, { userFactors: size, movieFactors: size, l2: 0.1 }, few),
  );
  const narrow = { userFactors: 3, movieFactors: 3, l2: 0.1, biasL2: 0.1 };
  return [
    ...widths,
    parityCase('MLP, sizes 5 and 3', { model: 'mlp', userFactors: 5, movieFactors: 3, dropout: 0.5 }, few),
    parityCase('dot + bias, 33,000 users', narrow, { ...few, users: 33_000, batchSize: 700 }),
    parityCase('dot + bias, batch 33,000', narrow, { ...few, users: 500, movies: 400, batchSize: 33_000 }),
  ];
}

window.parity = {
  run: (backend) => runCases(backend, parityCases(['adam', 'sgd'])),
  runShapes: (backend) => runCases(backend, shapeCases()),
  embeddingGradients: compareEmbeddingGradients,
  wrongRows: findWrongRows,
  interleave,
  resume: resumeOn,
  traffic: measureTraffic,
  time: timeEpochs,
  timeStock: timeStockSteps,
};
