import { measureParity, parityCase } from '../../src/engines/parity.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';
import type { Trainer } from '../../src/engines/trainer.ts';

export interface Interleaved {
  /** The errors of a run by itself, and of one in which another engine was started before every step. */
  readonly alone: readonly number[];
  readonly between: readonly number[];
}

export async function interleave(backend: TfjsBackend, other: TfjsBackend): Promise<Interleaved> {
  const engine = await startTfjs(backend, backend);
  const parity = parityCase('MLP', { model: 'mlp', hidden: [8] }, { steps: 5 });
  const alone = await measureParity(parity, engine.create);
  const between = await measureParity(parity, async (options) => disturbed(await engine.create(options), other));
  return { alone: Object.values(alone), between: Object.values(between) };
}

/** The trainer, with another backend started whenever a loss was taken. */
function disturbed(trainer: Trainer, other: TfjsBackend): Trainer {
  return {
    ...trainer,
    async takeLoss() {
      const loss = await trainer.takeLoss();
      await startTfjs(other, other);
      return loss;
    },
  };
}
