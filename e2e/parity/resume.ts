import { RESUMPTION_CASES, type RunRecord, resume } from '../../src/engines/resumption.ts';
import plain from '../../src/engines/simd/generated/plain.wasm?url';
import type { SimdHost } from '../../src/engines/simd/host.ts';
import { createSimdTrainer } from '../../src/engines/simd/trainer.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';

export interface Resumed {
  readonly label: string;
  /** Largest difference of any loss (relative), prediction, weight or moment, where the same engine goes on. */
  readonly same: number;
  /** Largest difference of any loss (relative) and prediction, where SIMD goes on. */
  readonly onSimd: number;
}

/** The page's own thread must not wait for others. */
const ONE_THREAD: SimdHost = {
  threads: 1,
  loadModule: async () => await WebAssembly.compileStreaming(fetch(plain)),
  startThread: () => Promise.reject(new Error('One thread is all there is')),
  onFallback() {},
};

export async function resumeOn(backend: TfjsBackend): Promise<readonly Resumed[]> {
  const engine = await startTfjs(backend, backend);
  const rows: Resumed[] = [];
  for (const parity of RESUMPTION_CASES) {
    if (parity.optimizer === 'lazy-adam') continue;
    const same = await resume(parity, engine.create);
    const other = await resume(parity, engine.create, (options) => createSimdTrainer(options, ONE_THREAD));
    rows.push({
      label: parity.label,
      same: Math.max(outcomeDistance(same.through, same.resumed), stateDistance(same.through, same.resumed)),
      onSimd: outcomeDistance(other.through, other.resumed),
    });
  }
  return rows;
}

function outcomeDistance(a: RunRecord, b: RunRecord): number {
  const losses = a.losses.map((loss, i) => Math.abs(1 - (b.losses[i] as number) / loss));
  return Math.max(...losses, ...a.predictions.map((values, i) => distance(values, b.predictions[i])));
}

function stateDistance({ state: a }: RunRecord, { state: b }: RunRecord): number {
  const parts = ['weights', 'first', 'second'] as const;
  return Math.max(
    a.steps - b.steps,
    ...parts.flatMap((part) => Object.entries(a[part]).map(([name, values]) => distance(values, b[part][name]))),
  );
}

/** NaN and missing numbers count as infinitely far. */
function distance(a: Float32Array, b: Float32Array | undefined): number {
  return a.reduce((worst, value, i) => {
    const difference = Math.abs(value - (b?.[i] ?? Number.NaN));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(worst, difference);
  }, 0);
}
