import { RESUMPTION_CASES, type RunRecord, resume } from '../../src/engines/resumption.ts';
import { startSimd } from '../../src/engines/simd/start.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';

export interface Resumed {
  readonly label: string;
  /** Largest difference of any loss (relative), prediction, weight or moment, where the same engine goes on. */
  readonly same: number;
  /** Largest difference of any loss (relative) and prediction, where SIMD goes on. */
  readonly onSimd: number;
}

/** All cases side by side: a GPU hands over the numbers of one while others train. */
export async function resumeOn(backend: TfjsBackend): Promise<readonly Resumed[]> {
  const engine = await startTfjs(backend, backend);
  const simd = await startSimd();
  const cases = RESUMPTION_CASES.filter(({ optimizer }) => optimizer !== 'lazy-adam');
  return await Promise.all(
    cases.map(async (parity) => {
      const { through, resumed } = await resume(parity, engine.create, [engine.create, simd.create]);
      const [same, onSimd] = resumed as [RunRecord, RunRecord];
      return {
        label: parity.label,
        same: Math.max(outcomeDistance(through, same), stateDistance(through, same)),
        onSimd: outcomeDistance(through, onSimd),
      };
    }),
  );
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
