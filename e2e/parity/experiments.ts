import { embeddingGradients } from './embedding-gradients.ts';
import { interleave } from './interleave.ts';
import { measureParityTable, measureShapes } from './parity-table.ts';
import { resumeOn } from './resume.ts';
import { timeStockSteps } from './stock.ts';
import { findWrongRows } from './tables.ts';
import { timeEpochs } from './timing.ts';
import { measureTraffic } from './traffic.ts';
import { findWebgpu } from './webgpu.ts';

const experiments = {
  run: measureParityTable,
  runShapes: measureShapes,
  embeddingGradients,
  wrongRows: findWrongRows,
  interleave,
  resume: resumeOn,
  traffic: measureTraffic,
  time: timeEpochs,
  timeStock: timeStockSteps,
  findWebgpu,
};

/** What the page can be asked to do. */
export type Experiments = typeof experiments;

interface Question {
  readonly id: number;
  readonly name: keyof Experiments;
  readonly args: readonly unknown[];
}

const port = self as unknown as MessagePort;

port.onmessage = async ({ data: { id, name, args } }: MessageEvent<Question>) => {
  const experiment = experiments[name] as (...args: readonly unknown[]) => Promise<unknown>;
  try {
    port.postMessage({ id, value: await experiment(...args) });
  } catch (thrown) {
    port.postMessage({ id, failure: String(thrown) });
  }
};
