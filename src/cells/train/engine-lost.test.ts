import { expect, test } from 'vitest';
import type { RunEvent } from '../../core/run-report.ts';
import { DEFAULTS } from '../../core/settings/tuned.ts';
import type { ChosenEngine } from '../../engines/engine.ts';
import { createReferenceTrainer } from '../../engines/reference/trainer.ts';
import type { TrainerOptions } from '../../engines/trainer.ts';
import { openTestLab } from '../lab.fixture.ts';

const CONFIGURATION = { ...DEFAULTS.dot, epochs: 4, userFactors: 2, movieFactors: 2, batchSize: 32 };

/** How the loss of an engine shows: reads hang, or fail a moment before it is told, or fail and nothing is told; or the first score is the last of all. */
type Death = 'hangs' | 'fails' | 'fails alone' | 'at a score';

/** An engine that dies with the given step, as a GPU that is gone. */
function mortal(name: 'webgl' | 'simd', lastStep: number, death: Death): ChosenEngine {
  const gone = new AbortController();
  const isDead = () => steps >= lastStep;
  let steps = 0;

  function orDie<T>(answer: Promise<T>): Promise<T> {
    if (!isDead()) return answer;
    if (death === 'fails') setTimeout(tell, 10);
    return death === 'hangs' ? new Promise<T>(() => undefined) : Promise.reject(new Error('A buffer was unmapped'));
  }

  const tell = (): void => gone.abort('The GPU went home.');
  const create = async (options: TrainerOptions) => {
    const trainer = createReferenceTrainer(options);
    return {
      ...trainer,
      engine: name,
      step(index: number, rate: number): void {
        if (++steps === lastStep && death === 'hangs') tell();
        trainer.step(index, rate);
      },
      takeLoss: () => orDie(trainer.takeLoss()),
      score(users: Int32Array): Promise<Float32Array> {
        if (death !== 'at a score') return orDie(trainer.score(users));
        setTimeout(tell, 10);
        return new Promise(() => undefined);
      },
      dispose(): void {
        if (gone.signal.aborted) throw new Error('There is nothing left to free');
      },
    };
  };
  return { engine: { name, label: name, lost: gone.signal, create, tensors: () => 0 }, reason: 'test', checks: [] };
}

/** A lab that takes WebGL as long as it lives; it dies with the given step. */
async function openLab(lastStep: number, death: Death = 'hangs') {
  const [gpu, cpu] = [mortal('webgl', lastStep, death), mortal('simd', Number.POSITIVE_INFINITY, 'hangs')];
  const events: RunEvent[] = [];
  const lab = openTestLab((event) => events.push(event), {
    choose: async () => (gpu.engine.lost.aborted ? cpu : gpu),
  });
  await lab.load({ source: { kind: 'bundled', url: 'data.zip' } });
  const epochs = () => events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch.epoch] : []));
  const replaced = () => events.filter((event) => event.kind === 'engine-replaced');
  return { lab, epochs, replaced };
}

test('a run whose engine is lost goes on with another from its last whole epoch', async () => {
  const { lab, epochs, replaced } = await openLab(20);
  expect(await lab.train({ configuration: CONFIGURATION })).toMatchObject({ outcome: 'done' });
  expect(epochs()).toEqual([1, 2, 3, 4]);
  expect(replaced()).toEqual([
    {
      kind: 'engine-replaced',
      engine: { name: 'simd', label: 'simd', reason: 'test', checks: [] },
      epochsDone: 2,
      because: 'The GPU went home.',
    },
  ]);
  expect((await lab.recommend({ userId: 1, count: 5, minRatings: 1 })).movies).toHaveLength(5);
});

test('a run whose engine is lost in its first epoch starts again with another', async () => {
  const { lab, epochs, replaced } = await openLab(3);
  expect(await lab.train({ configuration: CONFIGURATION })).toMatchObject({ outcome: 'done' });
  expect(epochs()).toEqual([1, 2, 3, 4]);
  expect(replaced()).toMatchObject([{ epochsDone: 0 }]);
});

test('a read that fails just before the engine says that it is lost is no crash', async () => {
  const { lab, replaced } = await openLab(20, 'fails');
  expect(await lab.train({ configuration: CONFIGURATION })).toMatchObject({ outcome: 'done' });
  expect(replaced()).toMatchObject([{ because: 'The GPU went home.' }]);
});

test('a read that fails on an engine that is well is a crash', async () => {
  const { lab, replaced } = await openLab(20, 'fails alone');
  await expect(lab.train({ configuration: CONFIGURATION })).rejects.toThrow('A buffer was unmapped');
  expect(replaced()).toEqual([]);
});

test('an engine that is lost while it scores is replaced by one that scores', async () => {
  const { lab } = await openLab(Number.POSITIVE_INFINITY, 'at a score');
  await lab.train({ configuration: CONFIGURATION });
  expect((await lab.recommend({ userId: 1, count: 5, minRatings: 1 })).movies).toHaveLength(5);
  expect(await lab.train({ configuration: CONFIGURATION })).toMatchObject({ outcome: 'done' });
});

test('weights of a finished run recommend on, on another engine', async () => {
  const { lab } = await openLab(37);
  await lab.train({ configuration: CONFIGURATION });
  const before = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
  await lab.train({ configuration: { ...CONFIGURATION, optimizer: 'sgd', learningRate: 1e30 } }).catch(() => undefined);
  const after = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
  expect({ ...after, milliseconds: 0 }).toEqual({ ...before, milliseconds: 0 });
});
