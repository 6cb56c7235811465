import { beforeEach, expect, test } from 'vitest';
import type { Overrides } from '../../../../core/hyperparameters.ts';
import { buildRatings } from '../../../../core/join-ratings.ts';
import { createRandom } from '../../../../core/random.ts';
import type { RunEvent } from '../../../../core/run-report.ts';
import { DEFAULTS } from '../../../../core/settings/tuned.ts';
import { toStars } from '../../../../core/target.ts';
import type { Engine } from '../../../../engines/engine.ts';
import { createReferenceTrainer } from '../../../../engines/reference/trainer.ts';
import { openTestLab, type TestLab } from '../../../lab.fixture.ts';

const COUNT = 400;

/** 30 users with the ids 100 … 129, 20 movies with the ids 1000 … 1019. */
function madeUpRatings() {
  const random = createRandom(5, 'ratings');
  const pairs = [...new Set(Array.from({ length: COUNT * 3 }, () => Math.floor(random.next() * 600)))].slice(0, COUNT);
  const stars = Float32Array.from(pairs, () => 1 + Math.floor(random.next() * 5));
  const users = Int32Array.from(pairs, (pair) => 100 + Math.floor(pair / 20));
  const movies = Int32Array.from(pairs, (pair) => 1000 + (pair % 20));
  const timestamps = Uint32Array.from(pairs, (_, at) => at);
  return buildRatings({ users, movies, stars, timestamps }, [{ id: 1003, title: 'Alien', year: 1979, genres: [] }]);
}

const RATINGS = madeUpRatings();

let lab: TestLab;
let events: RunEvent[];

beforeEach(async () => {
  events = [];
  const engine: Engine = {
    name: 'cpu',
    label: 'Reference',
    lost: new AbortController().signal,
    create: async (options) => createReferenceTrainer(options),
    tensors: () => 0,
  };
  lab = openTestLab((event) => events.push(event), {
    loadData: async () => ({
      ratings: RATINGS,
      elapsed: {},
      notes: [],
      file: null,
      origin: {
        kind: 'bundled',
        name: 'Made up',
        file: '',
        url: '',
        sha256: '',
        layout: { format: 'table', container: null, file: 'ratings.csv', hasTitles: false, hasUsers: false, columns: null },
        fetchedAt: null,
        release: null,
      },
    }),
    choose: async () => ({ engine, reason: '', checks: [] }),
  });
  await lab.load({ source: { kind: 'bundled', url: '' } });
});

const configure = (overrides: Overrides) => {
  const small = { userFactors: 6, movieFactors: 6, batchSize: 32, epochs: 3, engine: 'cpu' } as const;
  return { configuration: { ...DEFAULTS[overrides.model ?? 'dot'], ...small, ...overrides } };
};

async function pausedRun(overrides: Overrides) {
  const ended = lab.train(configure(overrides));
  while (!events.some(({ kind }) => kind === 'run-started')) await new Promise((resolve) => setTimeout(resolve, 1));
  await lab.pause();
  return {
    finish: async (): Promise<void> => {
      await lab.resume();
      await ended;
    },
  };
}

test.each([
  { optimizer: 'adam' },
  { optimizer: 'sgd', target: 'standardised' },
  { model: 'mlp', hidden: [5], dropout: 0.2 },
] as const)('a step is seen by a rating of its batch, with %j', async (overrides) => {
  const { finish } = await pausedRun(overrides);
  await lab.step({ grain: 'batch' });
  const before = await lab.inspect({ userId: null, movieId: null });
  expect(before).toMatchObject({ moment: 'now', step: null, rating: { batch: 'next', heldOut: false } });
  await lab.step({ grain: 'batch' });
  const { rating, view, step, target } = await lab.inspect(before.rating);
  expect(rating).toEqual({ ...before.rating, batch: 'last' });
  expect(toStars(view.target, target)).toBeCloseTo(rating.stars, 5);
  const own = step?.examples.find(({ userId, movieId }) => userId === rating.userId && movieId === rating.movieId);
  expect(own?.target).toBeCloseTo(view.target, 6);
  if (!('dropout' in overrides)) expect(own?.prediction).toBeCloseTo(before.view.prediction, 5);
  for (const row of step?.rows ?? []) {
    expect(row.readers.length).toBeGreaterThan(0);
    expect(row.after).not.toEqual(row.before);
  }
  await finish();
});

test('the first batch of a run can be looked at before it is trained on, and worked out after', async () => {
  const ended = lab.train({ ...configure({}), pacing: { waits: false, haltsAt: 'start' } });
  while (!events.some(({ kind }) => kind === 'run-progress')) await new Promise((resolve) => setTimeout(resolve, 1));
  const before = await lab.inspect({ userId: null, movieId: null });
  expect(before).toMatchObject({ moment: 'now', step: null, rating: { batch: 'next', heldOut: false } });
  await lab.step({ grain: 'batch' });
  const { rating, step } = await lab.inspect(before.rating);
  expect(rating.batch).toBe('last');
  expect(step?.steps).toBe(1);
  const own = step?.examples.find(({ userId, movieId }) => userId === rating.userId && movieId === rating.movieId);
  expect(own?.prediction).toBeCloseTo(before.view.prediction, 5);
  await lab.resume();
  await ended;
});

test('looking does not change the run', async () => {
  const history = async (look: () => Promise<unknown>) => {
    events.length = 0;
    const { finish } = await pausedRun({ seed: 3 });
    for (let step = 0; step < 4; step++) {
      await lab.step({ grain: 'batch' });
      await look();
    }
    await finish();
    return events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch.validationError] : []));
  };
  const plain = await history(async () => undefined);
  expect(plain).toHaveLength(3);
  expect(await history(async () => [await lab.inspect({ userId: 105, movieId: null }), await lab.measureWeights()])).toEqual(
    plain,
  );
});

test('more than one step ago there is no step to show, and after the run its last weights are looked into', async () => {
  const { finish } = await pausedRun({});
  await lab.inspect({ userId: 101, movieId: null });
  await lab.step({ grain: 'epoch' });
  const later = await lab.inspect({ userId: 101, movieId: null });
  expect(later.step).toBeNull();
  await finish();
  const last = await lab.inspect({ userId: 101, movieId: later.rating.movieId });
  expect(last).toMatchObject({ moment: 'now', step: null, rating: { userId: 101, movieId: later.rating.movieId } });
  expect(last.view.prediction).not.toBe(later.view.prediction);
});

test('every rating of the user is offered, those that are learned from first; an unknown user is refused', async () => {
  await lab.train(configure({ epochs: 1 }));
  const { offered } = await lab.inspect({ userId: 103, movieId: null });
  expect(offered).toHaveLength(RATINGS.users.filter((user) => RATINGS.userIds.idOf(user as never) === 103).length);
  const held = offered.map(({ heldOut }) => heldOut);
  expect(held).toEqual(held.toSorted((a, b) => Number(a) - Number(b)));
  await expect(lab.inspect({ userId: 7, movieId: null })).rejects.toMatchObject({ code: 'unknown-user' });
});

test('tables tell the spread of what was trained', async () => {
  await expect(lab.measureWeights()).rejects.toMatchObject({ code: 'no-model' });
  await lab.train(configure({ epochs: 1 }));
  const { tables, examples, moment } = await lab.measureWeights();
  expect(moment).toBe('now');
  expect(examples).toBe(360);
  expect(tables.map(({ name }) => name)).toContain('movie_bias/embeddings');
  for (const { weights, gradient, rows, columns } of tables) {
    expect(weights.bins.reduce((sum, count) => sum + count, 0)).toBe(rows * columns);
    expect(gradient.norm).toBeGreaterThan(0);
  }
});
