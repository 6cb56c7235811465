import type { DataSummary } from '../../core/data-summary.ts';
import type { Ratings } from '../../core/ratings.ts';
import { choosing } from '../../engines/choosing.fixture.ts';
import type { Engine } from '../../engines/engine.ts';
import { createReferenceTrainer } from '../../engines/reference/trainer.ts';
import type { TrainerOptions } from '../../engines/trainer.ts';
import { type Bench, createBench } from '../../lab/bench.ts';
import { createRunLocks } from '../../lab/run-lock.ts';
import { createRunRegistry } from '../../lab/run-registry.ts';
import { asideOf } from '../../lab/train-aside.ts';
import { createMemoryBlobStore } from '../../storage/memory-blob-store.ts';

/**
 * A bench for runs in the background, with these ratings. `onStep` hears of every step before it is taken, and may say by how much more than
 * the learning rate it goes.
 */
export function openAside(ratings: Ratings, onStep: (options: TrainerOptions) => number | void = () => undefined): Bench {
  const engine: Engine = {
    name: 'simd',
    label: 'Reference',
    lost: new AbortController().signal,
    tensors: () => 0,
    async create(options) {
      const trainer = createReferenceTrainer(options);
      const { step } = trainer;
      return Object.assign(trainer, {
        step(index: number, rate: number): void {
          step(index, rate * (onStep(options) ?? 1));
        },
      });
    },
  };
  const unused = async (): Promise<never> => {
    throw new Error('Not of this test.');
  };
  const bench = createBench({
    loadData: unused,
    openTables: unused,
    openTable: unused,
    matrices: unused,
    storage: { store: createMemoryBlobStore(), room: async () => null },
    engines: choosing(async () => ({ engine, reason: 'It is the one under test.', checks: [] })),
    runs: createRunRegistry(createMemoryBlobStore(), createRunLocks(undefined), () => 0),
  });
  const summary = { name: 'A class', sha256: null, ratings: ratings.count, layout: null } as unknown as DataSummary;
  bench.data.take({ ratings, statistics: {} as never, summary });
  return asideOf(bench);
}
