import './zz-profile.ts';
import { measureParity, type ParityCase, type ParityError, parityCase, parityCases } from '../../src/engines/parity.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';
import { compareSegmentSums, type SegmentSums } from './segment-sums.ts';
import { timeEpochs } from './timing.ts';
import { measureTraffic, type Traffic } from './traffic.ts';
import type { Workload } from './workload.ts';

export interface ParityRow extends ParityError {
  readonly label: string;
  /** Tensors that the case left behind. */
  readonly leaked: number;
}

declare global {
  interface Window {
    parity: {
      /** The largest error of every case. */
      run(backend: TfjsBackend): Promise<readonly ParityRow[]>;
      /** The same for tables of unusual shape. */
      runShapes(backend: TfjsBackend): Promise<readonly ParityRow[]>;
      /** Row sums of a batch (33, width) into 12 rows, by tfjs' own WebGL kernel and by ours. */
      segmentSums(width: number): Promise<SegmentSums>;
      traffic(workload: Workload): Promise<Traffic>;
      /** Milliseconds of each epoch. */
      time(backend: TfjsBackend, workload: Workload, epochs: number): Promise<readonly number[]>;
    };
  }
}

async function runCases(backend: TfjsBackend, cases: readonly ParityCase[]): Promise<readonly ParityRow[]> {
  const engine = await startTfjs(backend, backend);
  const rows: ParityRow[] = [];
  for (const parity of cases) {
    const before = engine.tensors();
    const error = await measureParity(parity, engine.create);
    rows.push({ label: parity.label, ...error, leaked: engine.tensors() - before });
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
  segmentSums: compareSegmentSums,
  traffic: measureTraffic,
  time: timeEpochs,
};
