import { beforeAll, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import type { RunId } from '../../../core/run-report.ts';
import { createSimdTrainer } from '../../../engines/simd/trainer.ts';
import { type BenchParts, createBench } from '../../../lab/bench.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import type { TakenRun } from '../../../lab/run-registry.ts';
import type { CallContext } from '../../../lab/wire.ts';
import { bundledRatings, trainOn } from '../trained.fixture.ts';
import { handlers } from './lab.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CONTEXT: CallContext<never> = { report: () => undefined, signal: new AbortController().signal, transfer: () => undefined };
const REQUEST = { count: 20, minRatings: 10 };
const ORIGIN = { kind: 'bundled', name: 'MovieLens', sha256: 'a' };

let run: NetworkRun;
let ask: ReturnType<typeof handlers>;
beforeAll(async () => {
  const host = await createNodeHost(1);
  const create = (options: Parameters<typeof createSimdTrainer>[0]) => createSimdTrainer(options, host);
  run = await trainOn(await bundledRatings(), { epochs: 1, userFactors: 8, movieFactors: 8, listWeight: 0 }, create);
  Object.assign(run.data.summary, ORIGIN);
  const taken = {
    info: { configuration: run.prepared.configuration, data: ORIGIN, engine: 'simd' },
    checkpoint: { history: [], state: { ...(await run.trainer.readState()) }, best: null },
    release: () => undefined,
  } as unknown as TakenRun;
  const bench = createBench({
    engines: { choose: async () => run.chosen },
    runs: {
      take: async (id: RunId) =>
        id === 'other' ? { ...taken, info: { ...taken.info, data: { ...ORIGIN, sha256: 'b' } } } : taken,
    },
  } as unknown as BenchParts);
  bench.inUse.take(run.model);
  ask = handlers(bench);
});

const compare = (other: Parameters<typeof ask.compare>[0]['other']) =>
  ask.compare({ userId: 15, other, request: REQUEST }, CONTEXT);
const kept = (id: string) => ({ kind: 'run', id, savedAt: 1 }) as const;

test('a baseline is fitted to the same training part, and has some of the movies', async () => {
  const { mine, theirs, shared, isSameSplit } = await compare({ kind: 'baseline', model: 'bias' });
  expect([mine.length, theirs.length, isSameSplit]).toEqual([20, 20, true]);
  const ids = new Set(mine.map(({ movieId }) => movieId));
  expect(shared).toBe(theirs.filter(({ movieId }) => ids.has(movieId)).length);
  expect(shared).toBeLessThan(20);
});

test('a kept run with the same weights has the same list', async () => {
  const { mine, theirs, shared } = await compare(kept('same'));
  expect(theirs).toEqual(mine);
  expect(shared).toBe(20);
});

test('a run on other data is refused', async () => {
  await expect(compare(kept('other'))).rejects.toMatchObject({ code: 'no-data' });
});
