import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import type { DataOrigin } from '../../../core/data-source.ts';
import { LabError } from '../../../core/errors.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import { createRandom } from '../../../core/random.ts';
import type { RunEvent } from '../../../core/run-report.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import type { Engine } from '../../../engines/engine.ts';
import { moduleName } from '../../../engines/simd/host.ts';
import { symmetricMatrices } from '../../../engines/simd/inverse/matrix.ts';
import { createSimdTrainer } from '../../../engines/simd/trainer.ts';
import { openTestLab, type TestLab } from '../../lab.fixture.ts';
import type { LeakageProgress, LeakageRow } from './contract.ts';

// The first host may have to compile the kernels.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ORIGIN = { kind: 'bundled', name: 'Made up', file: 'made.zip', url: 'made.zip', sha256: null } as unknown as DataOrigin;
const USERS = 40;
const MOVIES = 50;

/** Half of all pairs are rated, at any time; `starsOf` is given a number of 0 … 1. */
function ratingsOf(starsOf: (draw: number) => number, hasTimes: boolean) {
  const random = createRandom(3, 'ratings');
  const pairs = Array.from({ length: USERS * MOVIES }, (_, at) => at).filter(() => random.next() < 0.5);
  const movies = Int32Array.from(pairs, (at) => Math.floor(at / USERS));
  return buildRatings(
    {
      users: Int32Array.from(pairs, (at) => at % USERS),
      movies,
      stars: Float32Array.from(pairs, () => starsOf(random.next())),
      timestamps: hasTimes ? Uint32Array.from(movies, () => 1_000_000 + Math.floor(9_000 * random.next())) : null,
    },
    [],
  );
}

const upToFive = (draw: number): number => 1 + Math.floor(draw * 5);

let lab: TestLab;
let events: RunEvent[];

async function open(starsOf = upToFive, hasTimes = true): Promise<void> {
  events = [];
  const host = await createNodeHost(1);
  const engine: Engine = {
    name: 'simd',
    label: 'simd',
    lost: new AbortController().signal,
    create: (options) => createSimdTrainer(options, host),
    tensors: () => 0,
  };
  lab = openTestLab((event) => events.push(event), {
    loadData: async () => ({
      ratings: ratingsOf(starsOf, hasTimes),
      origin: ORIGIN,
      file: null,
      notes: [],
      elapsed: { parse: 1 },
    }),
    choose: async () => ({ engine, reason: 'In Node.', checks: [] }),
    matrices: async () => symmetricMatrices(await host.loadModule(moduleName(1))),
  });
  await lab.load({ source: { kind: 'bundled', url: 'made.zip' } });
}

beforeEach(() => open());

const SMALL = resolve({ epochs: 2, userFactors: 8, movieFactors: 8, batchSize: 128, minRatings: 1 });
const REQUEST = { configuration: SMALL, k: 10, threshold: null } as const;

const figuresOf = (row: LeakageRow | undefined) =>
  row?.problem === null ? row : expect.fail(row?.problem.message ?? 'There is no such row.');

describe('a configuration under three splits', () => {
  test('is measured as a run of it would be, and nothing of it leaks through a cut in time', async () => {
    const { rows } = await lab.compareSplits(REQUEST);
    expect(rows.map(({ split }) => split)).toEqual(['random', 'leave-last', 'time-cut']);
    for (const row of rows) {
      await lab.train({ configuration: { ...SMALL, split: row.split } });
      const last = events.findLast((event) => event.kind === 'epoch') ?? expect.fail();
      expect(figuresOf(row).rmse?.value, row.split).toBeCloseTo(last.epoch.validationError ?? Number.NaN, 6);
    }
    const [random, last, cut] = rows.map(figuresOf);
    expect(random?.leak?.ownFuture).toBeGreaterThan(0);
    expect(last?.leak).toMatchObject({ ownFuture: 0, anyFuture: expect.toSatisfy((count) => count > 0) });
    expect(cut?.leak).toEqual({ ownFuture: 0, anyFuture: 0 });
    for (const row of [random, last, cut]) expect(row?.popular?.value).toBeGreaterThan(0);
  });

  test('comes to the same a second time', async () => {
    const [first, second] = [await lab.compareSplits(REQUEST), await lab.compareSplits(REQUEST)];
    expect(second.rows).toEqual(first.rows);
  });

  test('leaves the weights in use, the numbers of runs and what is kept as they are', async () => {
    await lab.train({ configuration: SMALL });
    const [inUse, kept] = [lab.bench.inUse.peek(), await lab.keptRuns()];
    await lab.compareSplits(REQUEST);
    expect(lab.bench.inUse.peek()).toBe(inUse);
    expect(await lab.keptRuns()).toEqual(kept);
    await lab.train({ configuration: SMALL });
    expect(events.findLast((event) => event.kind === 'run-started')?.run.number).toBe(2);
  });

  test('has no pace: what is set of the runs of the page does not make it wait', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const { rows } = await lab.compareSplits(REQUEST, () => void lab.setWaits({ waits: true }));
      expect(rows).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  test('tells how far it is, and shows each row when it is there', async () => {
    const heard: LeakageProgress[] = [];
    await lab.compareSplits(REQUEST, (progress) => heard.push(progress));
    const shares = heard.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(heard.find(({ split }) => split === 'time-cut')?.soFar.rows).toHaveLength(2);
    expect(new Set(heard.map(({ doing }) => doing))).toEqual(new Set(['training', 'measuring']));
  });

  test.each(['training', 'measuring'] as const)('ends when it is cancelled while %s, and lets others train', async (when) => {
    const cancelled = new AbortController();
    const work = lab.compareSplits(
      REQUEST,
      ({ doing }) => doing === when && cancelled.abort(new LabError('cancelled', 'Enough.', 'Go on.')),
      cancelled.signal,
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(await lab.train({ configuration: SMALL })).toMatchObject({ outcome: 'done' });
  });
});

describe('a split that cannot be tried', () => {
  test('is said where the ratings have no times, and the random share goes on', async () => {
    await open(upToFive, false);
    const { rows } = await lab.compareSplits(REQUEST);
    expect(figuresOf(rows[0])).toMatchObject({ leak: null, rmse: { value: expect.any(Number) } });
    for (const row of rows.slice(1)) {
      expect(row.problem).toEqual({
        message: 'These ratings have no times to split them by.',
        remedy: 'Load ratings with a column of times.',
      });
    }
  });

  test('is said where it leaves nothing to train on, and the others go on', async () => {
    const { rows } = await lab.compareSplits({ ...REQUEST, configuration: { ...SMALL, validationPerUser: MOVIES } });
    expect(rows.map(({ problem }) => problem?.message ?? null)).toEqual([null, expect.stringContaining('no rating'), null]);
  });
});

test('without a liked held-out movie there is no NDCG, and no figure is NaN', async () => {
  await open(() => 2);
  const { rows } = await lab.compareSplits({ ...REQUEST, threshold: 4 });
  for (const row of rows) {
    const { ndcg, popular, rmse, biases } = figuresOf(row);
    expect([ndcg, popular]).toEqual([null, null]);
    expect([rmse?.value, biases].every(Number.isFinite)).toBe(true);
  }
});

test('a model without gradients is compared too, and scores have no error in stars', async () => {
  for (const model of ['bias', 'popular'] as const) {
    const { rows } = await lab.compareSplits({ ...REQUEST, configuration: resolve({ model, minRatings: 1 }) });
    for (const row of rows) expect(figuresOf(row).ndcg?.value, model).toBeTypeOf('number');
  }
  const pairs = resolve({ loss: 'bpr', epochs: 1, userFactors: 8, movieFactors: 8, minRatings: 1 });
  const { rows } = await lab.compareSplits({ ...REQUEST, configuration: pairs });
  for (const row of rows) expect(figuresOf(row)).toMatchObject({ rmse: null, ndcg: { value: expect.any(Number) } });
});
