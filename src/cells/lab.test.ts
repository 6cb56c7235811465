import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import type { DataOrigin, DataSource } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { Configuration, Overrides } from '../core/hyperparameters.ts';
import { buildRatings } from '../core/join-ratings.ts';
import type { DataSetInfo } from '../core/kept-files.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunEvent } from '../core/run-report.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { splitRatings } from '../core/split.ts';
import { toStars } from '../core/target.ts';
import type { LoadableSource, LoadedData } from '../data/load.ts';
import { createPhases } from '../data/phases.ts';
import { openRatings } from '../data/rating-files.ts';
import { readRatingFiles } from '../data/read-rating-files.ts';
import type { Engine } from '../engines/engine.ts';
import { moduleName } from '../engines/simd/host.ts';
import { symmetricMatrices } from '../engines/simd/inverse/matrix.ts';
import { registerKernels } from '../engines/tfjs/kernels/register.ts';
import { createTfjsTrainer } from '../engines/tfjs/trainer.ts';
import type { Trainer } from '../engines/trainer.ts';
import { createMaterial } from '../lab/material.ts';
import { prepareRun } from '../lab/prepare-run.ts';
import type { Weights } from '../models/graph.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { createMemoryBlobStore } from '../storage/memory-blob-store.ts';
import { openTestLab, type TestLab } from './lab.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const ZIP = new URL('../../public/data/ml-latest-small.zip', import.meta.url);

const SOURCE: DataSource = { kind: 'bundled', url: 'ratings.zip' };
const ORIGIN: DataOrigin = {
  kind: 'bundled',
  name: 'MovieLens',
  file: 'ratings.zip',
  url: 'ratings.zip',
  sha256: 'abc',
  layout: { format: 'table', container: 'zip', file: 'ratings.csv', hasTitles: true, hasUsers: false, columns: null },
  fetchedAt: 7,
  release: null,
};

let data: LoadedData;
let loadData: (source: LoadableSource, signal: AbortSignal) => Promise<LoadedData>;
let kept: BlobStore<DataSetInfo>;
let lab: TestLab;
let events: RunEvent[];
let trainers: Trainer[];

beforeAll(async () => {
  setWasmPaths(join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  registerKernels();
  const files = await openRatings(new File([await readFile(ZIP)], 'ml.zip'), { what: 'It', remedy: '' }, {}, () => {});
  const phases = createPhases(() => {}, new AbortController().signal);
  const { ratings } = await readRatingFiles(files, {}, phases);
  data = { ratings, origin: ORIGIN, file: null, notes: [], elapsed: { parse: 1 } };
});

beforeEach(async () => {
  events = [];
  trainers = [];
  kept = createMemoryBlobStore();
  const engine: Engine = {
    name: 'wasm',
    label: 'wasm',
    lost: new AbortController().signal,
    create: async (options) => {
      const trainer = createTfjsTrainer(options);
      trainers.push(trainer);
      return trainer;
    },
    tensors: () => tf.memory().numTensors,
  };
  lab = openTestLab((event) => events.push(event), {
    loadData: (source, _, signal) => loadData(source, signal),
    storage: { store: kept, room: async () => null },
    choose: async () => ({ engine, reason: 'It is the one under test.', checks: [] }),
    matrices: async () => symmetricMatrices(await (await createNodeHost(1)).loadModule(moduleName(1))),
  });
  loadData = async () => data;
  await lab.load({ source: SOURCE });
});

const configure = (overrides: Overrides): Configuration => ({ ...DEFAULTS[overrides.model ?? 'dot'], ...overrides });
const eventsOf = <Kind extends RunEvent['kind']>(kind: Kind) =>
  events.filter((event): event is Extract<RunEvent, { kind: Kind }> => event.kind === kind);
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
};

const SMALL: Overrides = { epochs: 2, userFactors: 8, movieFactors: 8, batchSize: 4096 };

describe('a model without gradients', () => {
  const KINDS = ['mean', 'bias', 'popular', 'neighbours', 'ease'] as const;

  test.each(KINDS)('%s is fitted as a run of one epoch, and recommends', async (model) => {
    // What EASE inverts has a row for each movie that is liked in training.
    const configuration = configure({ model, epochs: 7, testShare: 0.1, ...(model === 'ease' && { validationShare: 0.5 }) });
    const summary = await lab.train({ configuration });
    expect(summary).toMatchObject({ outcome: 'done', taken: null });
    const start = eventsOf('run-started')[0]?.run ?? expect.fail();
    expect(start).toMatchObject({ engine: { name: 'closed-form', checks: [] }, configuration: { model, epochs: 1 } });
    expect(eventsOf('epoch')).toHaveLength(1);
    expect(eventsOf('weights-in-use')).toHaveLength(1);
    const validationError = eventsOf('epoch')[0]?.epoch.validationError ?? expect.fail();
    const { globalMean, biases } = start.baselines ?? expect.fail();
    if (model === 'mean') expect(validationError).toBeCloseTo(globalMean, 6);
    if (model === 'bias') expect(validationError).toBe(biases);
    if (model === 'popular') expect(validationError).toBeLessThan(globalMean);
    if (model === 'neighbours') expect(validationError).toBeLessThan(biases - 0.01);
    expect(summary.test?.error).toBeCloseTo(validationError, 1);
    const { movies, favourites } = await lab.recommend({ userId: 15, count: 5, minRatings: 10 });
    expect(movies).toHaveLength(5);
    expect(favourites).toHaveLength(8);
  });

  test('the most popular come in the order of their training ratings, not of their means', async () => {
    const configuration = configure({ model: 'popular' });
    await lab.train({ configuration });
    const { movies } = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
    const { ratings } = data;
    const counts = new Int32Array(ratings.movieIds.size);
    for (const at of splitRatings(ratings, configuration).train) {
      const movie = ratings.movies[at] as number;
      counts[movie] = (counts[movie] as number) + 1;
    }
    const found = movies.map(({ movieId }) => counts[ratings.movieIds.indexOf(movieId) as number] as number);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    const predicted = movies.map((movie) => movie.predicted);
    expect(predicted).not.toEqual(predicted.toSorted((a, b) => b - a));
  });

  test('stopped before it is done it leaves the model before in use', async () => {
    await lab.train({ configuration: configure({ model: 'mean' }) });
    const run = lab.train({ configuration: configure({ model: 'neighbours' }) });
    await until(() => eventsOf('run-progress').length > 0);
    await lab.stop();
    expect(await run).toMatchObject({ outcome: 'stopped', test: null });
    expect(eventsOf('weights-in-use')).toHaveLength(1);
    expect((await lab.recommend({ userId: 1, count: 5, minRatings: 1 })).runId).toBe(eventsOf('run-started')[0]?.run.runId);
  });

  test('has nothing to look into or to search a rate for, and says so', async () => {
    const configuration = configure({ model: 'bias' });
    await lab.train({ configuration });
    const nothing = { code: 'no-model', message: expect.stringContaining('fitted directly') };
    await expect(lab.inspect({ userId: null, movieId: null })).rejects.toMatchObject(nothing);
    await expect(lab.measureWeights()).rejects.toMatchObject(nothing);
    await expect(lab.findLearningRate({ configuration }, () => undefined)).rejects.toMatchObject(nothing);
    await expect(lab.compareEngines({ configuration })).rejects.toMatchObject(nothing);
  });

  test('and one with gradients take turns', async () => {
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    await lab.train({ configuration: configure({ model: 'bias' }) });
    const { tensors } = await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    expect(eventsOf('weights-in-use')).toHaveLength(3);
    const runs = eventsOf('run-started').map(({ run }) => run);
    expect(runs.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(3);
    expect(tensors.after).toBe(tensors.before);
  });
});

describe('training', () => {
  test('beats both baselines with the default dot product, on the same split', async () => {
    await lab.train({ configuration: configure({ epochs: 4 }) });
    const { trainRatings, validationRatings, parameters, ...run } = eventsOf('run-started')[0]?.run ?? expect.fail();
    const baselines = run.baselines ?? expect.fail();
    expect(trainRatings + validationRatings).toBe(100_004);
    expect(validationRatings).toBe(10_000);
    expect(parameters).toBe((671 + 9066) * 51);
    expect(baselines.biases).toBeLessThan(baselines.globalMean - 0.1);
    const last = eventsOf('epoch').at(-1)?.epoch;
    expect(last?.epoch).toBe(4);
    expect(last?.validationError).toBeLessThan(baselines.biases);
  });

  test.each(['dot', 'bias'] as const)('of a %s on everything claims no validation error, and recommends', async (model) => {
    const { test } = await lab.train({ configuration: configure({ ...SMALL, model, split: 'none', patience: 1 }) });
    expect(test).toBeNull();
    expect(eventsOf('run-started')[0]?.run).toMatchObject({
      trainRatings: 100_004,
      validationRatings: 0,
      testRatings: 0,
      baselines: null,
    });
    const unmeasured = { validationError: null, validationMae: null, validationAuc: null, trainError: expect.any(Number) };
    for (const { epoch } of eventsOf('epoch')) expect(epoch).toMatchObject(unmeasured);
    const { movies, favourites } = await lab.recommend({ userId: 1, count: 5, minRatings: 10 });
    expect(movies).toHaveLength(5);
    expect(favourites.some(({ heldOut }) => heldOut)).toBe(false);
  });

  test.each(['raw', 'min-max', 'standardised'] as const)('reports errors in stars for the target %s', async (target) => {
    await lab.train({ configuration: configure({ ...SMALL, target, output: 'sigmoid' }) });
    for (const { epoch } of eventsOf('epoch')) {
      expect(epoch.trainError).toBeGreaterThan(0.7);
      expect(epoch.trainError).toBeLessThan(1.2);
      expect(epoch.validationError).toBeLessThan(1.2);
    }
  });

  test('gives the same history for the same seed and another for another seed', async () => {
    const history = async (seed: number) => {
      events.length = 0;
      await lab.train({ configuration: configure({ ...SMALL, model: 'mlp', hidden: [8], seed }) });
      return eventsOf('epoch').map(({ epoch: { trainError, validationError } }) => [trainError, validationError]);
    };
    const first = await history(1);
    expect(await history(1)).toEqual(first);
    expect(await history(2)).not.toEqual(first);
  });

  test('measures the test part once, with the weights in use, in stars', async () => {
    const configuration = configure({ ...SMALL, testShare: 0.1, target: 'standardised' });
    const { test } = await lab.train({ configuration });
    expect(eventsOf('run-started')[0]?.run).toMatchObject({
      trainRatings: 80_004,
      trainMeasured: 80_004,
      validationRatings: 10_000,
      testRatings: 10_000,
    });
    const { ratings } = data;
    const positions = splitRatings(ratings, configuration).test;
    const at = (values: Int32Array) => positions.map((position) => values[position] as number);
    const { target } = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
    const z = await (trainers[0] as Trainer).predict(at(ratings.users), at(ratings.movies));
    const predicted = [...z].map((value) => Math.min(5, Math.max(0.5, toStars(value, target))));
    const errors = [...positions].map((position, i) => (predicted[i] as number) - (ratings.stars[position] as number));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(test?.error).toBeCloseTo(Math.sqrt(mean(errors.map((error) => error ** 2))), 5);
    expect(test?.mae).toBeCloseTo(mean(errors.map(Math.abs)), 5);
    expect((await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) })).test).toBeNull();
  });

  test('leaves no tensor behind over three runs of each model', async () => {
    for (const model of ['dot', 'mlp'] as const) {
      const after = [];
      for (let run = 0; run < 3; run++) {
        const { tensors } = await lab.train({ configuration: configure({ ...SMALL, model, hidden: [8], epochs: 1 }) });
        after.push(tensors.after);
      }
      expect(new Set(after).size).toBe(1);
    }
  });

  test('pauses, steps and goes on to the same result as an undisturbed run', async () => {
    const configuration = configure({ ...SMALL, batchSize: 1024 });
    await lab.train({ configuration });
    const undisturbed = eventsOf('epoch').map(({ epoch }) => epoch.validationError);
    events.length = 0;
    const run = lab.train({ configuration });
    await until(() => eventsOf('run-started').length > 0);
    await lab.pause();
    const at = () => eventsOf('run-progress').at(-1)?.progress;
    const halted = at();
    expect(halted?.paused).toBe(true);
    await lab.step({ grain: 'batch' });
    expect(at()).toMatchObject({ step: (halted?.step ?? 0) + 1, paused: true });
    await lab.step({ grain: 'epoch' });
    expect(at()).toMatchObject({ epoch: 1, step: halted?.stepsPerEpoch, paused: true });
    expect(eventsOf('epoch')).toHaveLength(1);
    await lab.resume();
    expect((await run).outcome).toBe('done');
    expect(eventsOf('epoch').map(({ epoch }) => epoch.validationError)).toEqual(undisturbed);
  });

  test('stops while paused, and its weights recommend', async () => {
    const run = lab.train({ configuration: configure({ ...SMALL, epochs: 200 }) });
    await until(() => eventsOf('run-progress').length > 0);
    await lab.pause();
    await lab.stop();
    expect((await run).outcome).toBe('stopped');
    expect(eventsOf('weights-in-use')).toHaveLength(1);
    expect((await lab.recommend({ userId: 1, count: 5, minRatings: 1 })).movies).toHaveLength(5);
  });

  test('stopped before its first batch it leaves the former model in use', async () => {
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    const former = eventsOf('run-started')[0]?.run.runId;
    const run = lab.train({ configuration: configure(SMALL), pacing: { waits: false, haltsAt: 'start' } });
    await until(() => eventsOf('run-progress').at(-1)?.progress.step === 0);
    await lab.stop();
    expect(await run).toMatchObject({ outcome: 'stopped', test: null });
    expect(eventsOf('weights-in-use')).toHaveLength(1);
    expect((await lab.recommend({ userId: 1, count: 5, minRatings: 1 })).runId).toBe(former);
  });

  test('stops a run that has not begun yet', async () => {
    const run = lab.train({ configuration: configure(SMALL) });
    await lab.stop();
    expect((await run).outcome).toBe('stopped');
  });

  test('refuses a second run while one goes', async () => {
    const run = lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    await expect(lab.train({ configuration: configure(SMALL) })).rejects.toMatchObject({ code: 'busy' });
    await run;
  });

  test('a diverging run says so with its step, and the weights before it stay', async () => {
    await lab.train({ configuration: configure(SMALL) });
    const before = await lab.recommend({ userId: 15, count: 5, minRatings: 1 });
    const wild = configure({ ...SMALL, optimizer: 'sgd', learningRate: 100, l2: 0 });
    await expect(lab.train({ configuration: wild })).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/^(Loss became infinite|The error exploded) at step \d+/),
      remedy: 'Try a lower learning rate.',
    });
    const after = await lab.recommend({ userId: 15, count: 5, minRatings: 1 });
    expect({ ...after, milliseconds: 0 }).toEqual({ ...before, milliseconds: 0 });
  });

  test('a run that fails later goes back to its last good epoch', async () => {
    const run = lab.train({ configuration: configure({ ...SMALL, epochs: 50 }) });
    await until(() => eventsOf('epoch').length === 1);
    await lab.pause();
    const trainer = trainers[0] as Trainer;
    const poisoned = Object.entries(await trainer.readWeights()).map(([name, table]) => [name, table.fill(Number.NaN)]);
    trainer.writeWeights(Object.fromEntries(poisoned));
    await lab.resume();
    await expect(run).rejects.toMatchObject({ code: 'diverged' });
    const { movies } = await lab.recommend({ userId: 15, count: 5, minRatings: 1 });
    expect(movies.every(({ predicted }) => Number.isFinite(predicted))).toBe(true);
  });
});

test('the split tells the mean that a run on it is centred on, which is not that of all ratings', async () => {
  const configuration = configure({ ...SMALL, epochs: 1 });
  const { stars } = await lab.describeSplit({ settings: configuration });
  await lab.train({ configuration });
  const { graph } = lab.bench.inUse.peek()?.network?.prepared ?? expect.fail();
  expect(graph.nodes.find(({ name }) => name === 'centred')).toMatchObject({ offset: stars.mean });
  const all = data.ratings.stars.reduce((sum, value) => sum + value, 0) / data.ratings.count;
  expect(Math.abs(stars.mean - all)).toBeGreaterThan(1e-5);
});

describe('other data', () => {
  const small = (name: string): LoadedData => {
    const users = Int32Array.from({ length: 400 }, (_, at) => 1001 + (at % 20));
    const movies = Int32Array.from({ length: 400 }, (_, at) => 1 + Math.floor(at / 20));
    const stars = Float32Array.from({ length: 400 }, (_, at) => 1 + (at % 5));
    const ratings = buildRatings({ users, movies, stars, timestamps: new Uint32Array(400) }, []);
    return { ratings, origin: { ...ORIGIN, name }, file: null, notes: [], elapsed: {} };
  };

  test('is summed up and trained on; a run keeps recommending from its own', async () => {
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    loadData = async () => small('Small');
    expect(await lab.load({ source: SOURCE })).toMatchObject({ name: 'Small', users: 20, firstUserId: 1001 });
    expect((await lab.recommend({ userId: 671, count: 5, minRatings: 1 })).movies).toHaveLength(5);
    await expect(lab.recommend({ userId: 1001, count: 5, minRatings: 1 })).rejects.toMatchObject({ code: 'unknown-user' });
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    expect(eventsOf('run-started').map(({ run }) => run.data.name)).toEqual(['MovieLens', 'Small']);
    expect((await lab.recommend({ userId: 1001, count: 5, minRatings: 1 })).favourites.length).toBeGreaterThan(0);
  });

  test('that fails to load leaves what was there', async () => {
    loadData = async () => {
      throw new LabError('data-not-zip', 'It is no zip.', 'Get another.');
    };
    await expect(lab.load({ source: SOURCE })).rejects.toMatchObject({ code: 'data-not-zip' });
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    expect(eventsOf('run-started')[0]?.run.data.name).toBe('MovieLens');
  });

  test('is refused while a run goes, and a run while it is loaded', async () => {
    const run = lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    await expect(lab.load({ source: SOURCE })).rejects.toMatchObject({
      code: 'busy',
      message: 'Other data cannot be loaded during a training run.',
      remedy: 'Stop the run first.',
    });
    await run;
    const loading = lab.load({ source: SOURCE });
    await expect(lab.train({ configuration: configure(SMALL) })).rejects.toMatchObject({ code: 'busy' });
    await loading;
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    expect(eventsOf('run-started')).toHaveLength(2);
  });

  test('asked for last counts, whichever arrives last', async () => {
    const arrivals: ((loaded: LoadedData) => void)[] = [];
    loadData = () => new Promise((resolve) => arrivals.push(resolve));
    const first = expect(lab.load({ source: SOURCE })).rejects.toMatchObject({ code: 'busy' });
    const second = lab.load({ source: SOURCE });
    await vi.waitFor(() => expect(arrivals).toHaveLength(2));
    arrivals[1]?.(small('second'));
    expect(await second).toMatchObject({ name: 'second' });
    arrivals[0]?.(small('first'));
    await first;
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    expect(eventsOf('run-started')[0]?.run.data.name).toBe('second');
  });
});

describe('recommending', () => {
  test.each(['dot', 'mlp'] as const)(
    'equals brute force from the same weights for every seventh user: %s',
    async (model) => {
      const target = model === 'dot' ? 'standardised' : 'raw';
      await lab.train({ configuration: configure({ ...SMALL, model, hidden: [8], target, output: 'raw', epochs: 1 }) });
      const { ratings } = data;
      const score = bruteForce[model](await (trainers[0] as Trainer).readWeights());
      // The built page is asked for every user (e2e/recommendations.spec.ts).
      for (let user = 0; user < ratings.userIds.size; user += 7) {
        const userId = ratings.userIds.idOf(user as never);
        const { movies } = await lab.recommend({ userId, count: 5, minRatings: 1 });
        const expected = topFive(ratings, user, (movie) => score(user, movie));
        movies.forEach(({ movieId, predicted }, place) => {
          const own = expected[place]?.stars as number;
          expect(predicted).toBeCloseTo(Math.min(5, Math.max(0.5, own)), 4);
          if (expected.every(({ stars }, other) => other === place || Math.abs(stars - own) > 1e-4)) {
            expect(movieId).toBe(expected[place]?.movieId);
          }
        });
      }
    },
    120_000,
  );

  test('tells what the user rated highest, with what was held out', async () => {
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    const { favourites, userRatings, userMeanStars } = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
    expect(userRatings).toBe(20);
    expect(userMeanStars).toBeCloseTo(2.55, 6);
    expect(favourites.map(({ stars }) => stars)).toEqual([4, 4, 4, 3.5, 3, 3, 3, 3]);
    const heldOut = [];
    for (let userId = 1; userId <= 60; userId++) {
      heldOut.push(...(await lab.recommend({ userId, count: 5, minRatings: 1 })).favourites.map((movie) => movie.heldOut));
    }
    expect(heldOut).toContain(true);
    expect(heldOut).toContain(false);
  });

  test('names the valid ids for an unknown user, and asks for a model where there is none', async () => {
    await expect(lab.recommend({ userId: 1, count: 5, minRatings: 1 })).rejects.toMatchObject({ code: 'no-model' });
    await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
    for (const userId of [0, -3, 1.5, 672, 1e12]) {
      const remedy = 'Type a whole number from 1 to 671.';
      await expect(lab.recommend({ userId, count: 5, minRatings: 1 })).rejects.toMatchObject({ code: 'unknown-user', remedy });
    }
  });
});

type Score = (user: number, movie: number) => number;

/** Scores in stars, straight from the formulas. */
const bruteForce: Record<'dot' | 'mlp', (weights: Weights) => Score> = {
  dot(weights) {
    // Trained on the standardised target, whose mean is 0.
    const { mean, deviation } = trainingSummary();
    const [p, q] = [weights['user_factors/embeddings'] as Float32Array, weights['movie_factors/embeddings'] as Float32Array];
    const [bu, bi] = [weights['user_bias/embeddings'] as Float32Array, weights['movie_bias/embeddings'] as Float32Array];
    return (user, movie) => {
      let sum = (bu[user] as number) + (bi[movie] as number);
      for (let d = 0; d < 8; d++) sum += (p[user * 8 + d] as number) * (q[movie * 8 + d] as number);
      return sum * deviation + mean;
    };
  },
  mlp(weights) {
    const [p, q] = [weights['user_factors/embeddings'] as Float32Array, weights['movie_factors/embeddings'] as Float32Array];
    const [kernel, bias] = [weights['dense_1/kernel'] as Float32Array, weights['dense_1/bias'] as Float32Array];
    const [w, c] = [weights['score/kernel'] as Float32Array, weights['score/bias'] as Float32Array];
    return (user, movie) => {
      let score = c[0] as number;
      for (let unit = 0; unit < 8; unit++) {
        let x = bias[unit] as number;
        for (let d = 0; d < 8; d++) {
          x += (p[user * 8 + d] as number) * (kernel[d * 8 + unit] as number);
          x += (q[movie * 8 + d] as number) * (kernel[(8 + d) * 8 + unit] as number);
        }
        score += Math.max(0, x) * (w[unit] as number);
      }
      return score;
    };
  },
};

/** Mean and standard deviation of the training part, by the definitions. */
function trainingSummary() {
  const { stars } = data.ratings;
  const train = [...splitRatings(data.ratings, DEFAULTS.dot).train].map((at) => stars[at] as number);
  const mean = train.reduce((sum, value) => sum + value, 0) / train.length;
  const variance = train.reduce((sum, value) => sum + (value - mean) ** 2, 0) / train.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function topFive(ratings: Ratings, user: number, score: (movie: number) => number) {
  const rated = new Set<number>();
  ratings.users.forEach((owner, at) => {
    if (owner === user) rated.add(ratings.movies[at] as number);
  });
  return ratings.catalogue
    .map(({ id }, movie) => ({ movieId: id as number, movie, stars: score(movie) }))
    .filter(({ movie }) => !rated.has(movie))
    .sort((a, b) => b.stars - a.stars)
    .slice(0, 5);
}

describe('files that are kept', () => {
  const file = new File(['1::2::3::4'], 'mine.dat');
  const origin = { ...ORIGIN, kind: 'file', file: 'mine.dat', url: null, fetchedAt: 5 } as const;
  const open = async (): Promise<void> => {
    loadData = async () => ({ ...data, origin, file });
    await lab.load({ source: { kind: 'file', file, mapping: { user: 1, item: 0, rating: 2 } } });
  };

  test('hold what the visitor opened, with what was known and answered', async () => {
    await open();
    const info = { file: 'mine.dat', sha256: 'abc', url: null, fetchedAt: 5, mapping: { user: 1, item: 0, rating: 2 } };
    const { sets, room } = await lab.keepData();
    expect(sets).toEqual([expect.objectContaining({ ...info, id: 'abc', bytes: 10 })]);
    expect(room).toBeNull();
    expect(await lab.keptData()).toEqual({ sets, room });
  });

  test('do not hold what comes with the page', async () => {
    expect((await lab.keepData()).sets).toEqual([]);
  });

  test('open like the files that they were', async () => {
    await open();
    await lab.keepData();
    const seen: LoadableSource[] = [];
    loadData = async (source) => {
      seen.push(source);
      return data;
    };
    await lab.load({ source: { kind: 'kept', id: 'abc' } });
    expect(seen).toEqual([
      expect.objectContaining({
        kind: 'file',
        file: expect.objectContaining({ name: 'mine.dat', size: 10 }),
        from: { url: null, fetchedAt: 5 },
        mapping: { user: 1, item: 0, rating: 2 },
      }),
    ]);
  });

  test('are put back as they were', async () => {
    await open();
    const before = await lab.keepData();
    const { removed } = await lab.forgetData({ id: 'abc' });
    if (removed) await lab.putBackData({ record: removed });
    expect(await lab.keptData()).toEqual(before);
    expect((await lab.forgetData({ id: 'abc' })).removed).toMatchObject({ file: 'mine.dat', bytes: 10 });
  });

  test('are forgotten, and then say so', async () => {
    await open();
    await lab.keepData();
    const { removed, kept } = await lab.forgetData({ id: 'abc' });
    expect(kept.sets).toEqual([]);
    expect(await removed?.blob.text()).toBe('1::2::3::4');
    await expect(lab.load({ source: { kind: 'kept', id: 'abc' } })).rejects.toMatchObject({
      code: 'data-missing',
      message: 'The browser does not have this file any more.',
    });
  });
});

test('a load that is cancelled fails at once, and the data before it stays', async () => {
  let signal: AbortSignal | undefined;
  loadData = (_, given) => {
    signal = given;
    return new Promise(() => {});
  };
  const load = lab.load({ source: SOURCE });
  await until(() => signal !== undefined);
  await lab.cancelLoad();
  await expect(load).rejects.toMatchObject({ code: 'cancelled' });
  expect(signal?.aborted).toBe(true);
  await lab.train({ configuration: configure({ ...SMALL, epochs: 1 }) });
});
