import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import type { Configuration, EngineName, Overrides } from '../../core/hyperparameters.ts';
import type { RunInfo } from '../../core/kept-run.ts';
import type { RunEvent } from '../../core/run-report.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { Engine } from '../../engines/engine.ts';
import { createReferenceTrainer } from '../../engines/reference/trainer.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import { registerKernels } from '../../engines/tfjs/kernels/register.ts';
import { createTfjsTrainer } from '../../engines/tfjs/trainer.ts';
import type { CreateTrainer, Trainer } from '../../engines/trainer.ts';
import { readCheckpoint, writeCheckpoint } from '../../lab/checkpoint.ts';
import { createRunLocks } from '../../lab/run-lock.ts';
import { createRunRegistry } from '../../lab/run-registry.ts';
import type { Weights } from '../../models/graph.ts';
import type { BlobStore } from '../../storage/blob-store.ts';
import { createMemoryBlobStore } from '../../storage/memory-blob-store.ts';
import { openTestLab, type TestLab } from '../lab.fixture.ts';

const host = await createNodeHost(1);
const ENGINES: Readonly<Record<string, CreateTrainer>> = {
  simd: (options) => createSimdTrainer(options, host),
  cpu: async (options) => {
    await tf.setBackend('cpu');
    registerKernels();
    return createTfjsTrainer(options);
  },
  webgl: async (options) => createReferenceTrainer(options),
};

let store: BlobStore<RunInfo>;
beforeEach(() => {
  store = createMemoryBlobStore();
});

/** One visit: a lab with its data, on an engine; the store stays from visit to visit. `missing` engines do not start. */
async function visit(missing: readonly string[] = []) {
  const events: RunEvent[] = [];
  const trainers: Trainer[] = [];
  const engineOf = (name: EngineName): Engine => ({
    name,
    label: name,
    lost: new AbortController().signal,
    create: async (options) => {
      const trainer = await (ENGINES[name] as CreateTrainer)(options);
      trainers.push(trainer);
      return trainer;
    },
    tensors: () => 0,
  });
  const lab = openTestLab((event) => events.push(event), {
    choose: async (choice) => {
      if (missing.includes(choice)) throw new Error(`There is no ${choice}`);
      return { engine: engineOf(choice === 'auto' ? 'simd' : choice), reason: 'test', checks: [] };
    },
    runs: createRunRegistry(store, createRunLocks(undefined), () => 0),
  });
  await lab.load({ source: { kind: 'bundled', url: 'data.zip' } });
  const epochs = () =>
    events.flatMap((event) => (event.kind === 'run-started' ? event.epochs : event.kind === 'epoch' ? [event.epoch] : []));
  return { lab, events, epochs, weights: async (): Promise<Weights> => await (trainers.at(-1) as Trainer).readWeights() };
}

const configure = (overrides: Overrides): Configuration =>
  resolve({ epochs: 4, userFactors: 3, movieFactors: 3, hidden: [6, 4], batchSize: 64, ...overrides });
/** All but the time it took. */
const numbers = (epochs: readonly { readonly seconds: number }[]) => epochs.map((epoch) => ({ ...epoch, seconds: 0 }));

/** Trains until an epoch is reported, and then never again, as a page that crashes. */
async function interrupt(
  lab: TestLab,
  events: readonly RunEvent[],
  configuration: Configuration,
  afterEpoch: number,
): Promise<void> {
  void lab.train({ configuration });
  while (!events.some((event) => event.kind === 'epoch' && event.epoch.epoch === afterEpoch)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await lab.pause();
}

const CASES: readonly (readonly [string, Overrides])[] = [
  ['a dot product with Adam', { engine: 'simd' }],
  ['a dot product with lazy Adam', { engine: 'simd', optimizer: 'lazy-adam' }],
  ['a dot product by single ratings', { engine: 'simd', optimizer: 'sgd-by-rating' }],
  ['a dot product by ALS', { engine: 'simd', optimizer: 'als' }],
  ['Gibbs sampling, which averages samples', { engine: 'simd', optimizer: 'gibbs', ratedSet: true, ratedBy: true, epochs: 13 }],
  ['an MLP with dropout', { engine: 'simd', model: 'mlp', dropout: 0.3 }],
  [
    'SGD on one cycle with early stopping',
    { engine: 'simd', optimizer: 'sgd', learningRate: 0.005, schedule: 'one-cycle', patience: 3 },
  ],
  ['BPR, whose pairs are drawn by epoch', { engine: 'simd', loss: 'bpr', learningRate: 0.01, batchSize: 15 }],
  ['iALS, whose steps are blocks of rows', { engine: 'simd', loss: 'implicit', liked: 'stars' }],
  ['stars and list', { engine: 'simd', listWeight: 0.5 }],
  ['the list alone', { engine: 'simd', listWeight: 1 }],
  ['a dot product on TensorFlow.js', { engine: 'cpu' }],
  ['an MLP on TensorFlow.js', { engine: 'cpu', model: 'mlp', dropout: 0.3, epochs: 3 }],
];

describe.each(CASES)('%s', (_, overrides) => {
  const configuration = configure(overrides);

  test.each([1, 2])(
    'interrupted after epoch %d and resumed at a later visit is the uninterrupted run, bit for bit',
    async (after) => {
      const whole = await visit();
      await whole.lab.train({ configuration });
      store = createMemoryBlobStore();

      const first = await visit();
      await interrupt(first.lab, first.events, configuration, after);
      const later = await visit();
      const [kept] = await later.lab.keptRuns();
      expect(kept).toMatchObject({ configuration, ended: null, data: { name: 'test' } });
      expect(kept?.epochsDone).toBeGreaterThanOrEqual(after);
      const summary = await later.lab.restoreRun({ id: kept?.id ?? '', goOn: true });
      expect(numbers(later.epochs())).toEqual(numbers(whole.epochs()));
      expect(await later.weights()).toEqual(await whole.weights());
      expect(summary.outcome).toBe('done');
      const ended = await (await visit()).lab.keptRuns();
      expect(ended.map((run) => [run.id, run.ended, run.epochsDone])).toEqual([[kept?.id, 'done', configuration.epochs]]);
    },
  );

  test('trained twice has the same history and weights', async () => {
    const [one, two] = [await visit(), await visit()];
    await one.lab.train({ configuration });
    await two.lab.train({ configuration });
    expect(numbers(two.epochs())).toEqual(numbers(one.epochs()));
    expect(await two.weights()).toEqual(await one.weights());
  });
});

test('a pause after any number of steps changes nothing', async () => {
  const configuration = configure({ engine: 'simd', epochs: 2, model: 'mlp', dropout: 0.3 });
  const whole = await visit();
  await whole.lab.train({ configuration });
  const wanted = [numbers(whole.epochs()), await whole.weights()];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('batch' as const, 'epoch' as const), { maxLength: 9 }), async (steps) => {
      const { lab, epochs, weights } = await visit();
      const run = lab.train({ configuration });
      const paused = lab.pause();
      await Promise.race([paused, run]);
      for (const grain of steps) await Promise.race([lab.step({ grain }), run]);
      await lab.resume();
      await run;
      expect([numbers(epochs()), await weights()]).toEqual(wanted);
    }),
    { numRuns: 15, seed: 1 },
  );
});

test('a run of an engine that is not there any more goes on with another, from the same epoch and within rounding', async () => {
  const configuration = configure({ engine: 'webgl' });
  const whole = await visit();
  await whole.lab.train({ configuration });
  store = createMemoryBlobStore();
  const first = await visit();
  await interrupt(first.lab, first.events, configuration, 2);
  const later = await visit(['webgl']);
  const [kept] = await later.lab.keptRuns();
  await later.lab.restoreRun({ id: kept?.id ?? '', goOn: true });
  const start = later.events.find((event) => event.kind === 'run-started');
  expect(start?.run.engine.name).toBe('simd');
  const last = later.epochs().at(-1);
  expect(last?.epoch).toBe(4);
  expect(last?.validationError).toBeCloseTo(whole.epochs().at(-1)?.validationError ?? 0, 4);
});

test('the model of a former visit recommends without training, the best one where the run took that', async () => {
  const configuration = configure({ engine: 'simd', patience: 1, epochs: 30, learningRate: 0.3, l2: 0 });
  const first = await visit();
  const summary = await first.lab.train({ configuration });
  expect(summary.taken).not.toBeNull();
  const request = { userId: 5, count: 3, minRatings: 1 };
  const before = await first.lab.recommend(request);

  const later = await visit();
  const [kept] = await later.lab.keptRuns();
  const restored = await later.lab.restoreRun({ id: kept?.id ?? '', goOn: false });
  expect(restored).toMatchObject({ outcome: summary.outcome, taken: summary.taken });
  expect(later.epochs()).toHaveLength(first.epochs().length);
  expect((await later.lab.recommend(request)).movies).toEqual(before.movies);
});

test('other data is refused with the name of what is wanted', async () => {
  const first = await visit();
  await first.lab.train({ configuration: configure({ engine: 'simd', epochs: 1 }) });
  const [record] = await store.list();
  const stored = await store.read(record?.id ?? '');
  await store.put(
    'other',
    { ...(stored as RunInfo), data: { ...stored?.data, name: 'MovieLens 1M' } as RunInfo['data'] },
    stored?.blob as Blob,
  );
  const later = await visit();
  await expect(later.lab.restoreRun({ id: 'other', goOn: true })).rejects.toMatchObject({
    code: 'no-data',
    message: 'This run was trained on MovieLens 1M; test is loaded.',
  });
  await expect(later.lab.restoreRun({ id: 'gone', goOn: true })).rejects.toMatchObject({ code: 'no-checkpoint' });
});

test('a state that lacks what its sampler keeps is called damaged, and training goes on anew', async () => {
  const configuration = configure({ engine: 'simd', optimizer: 'gibbs', epochs: 3 });
  const first = await visit();
  await first.lab.train({ configuration });
  const [record] = await store.list();
  const stored = await store.read(record?.id ?? '');
  const { state, ...rest } = await readCheckpoint(stored?.blob as Blob);
  const { 'gibbs/user_samples': _, ...lacking } = state.first;
  await store.put('older', stored as RunInfo, await writeCheckpoint({ ...rest, state: { ...state, first: lacking } }));
  const later = await visit();
  await expect(later.lab.restoreRun({ id: 'older', goOn: true })).rejects.toMatchObject({
    code: 'checkpoint-damaged',
    message: 'The saved state of this run does not fit this version of the page.',
  });
  expect(await later.lab.train({ configuration })).toMatchObject({ outcome: 'done' });
});
