import { expect, test, vi } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { createRandom } from '../core/random.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { Engine } from './engine.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import { listSettings } from './simd/list-settings.ts';
import { createSimdTrainer } from './simd/trainer.ts';
import { timeSteps } from './time-steps.ts';
import type { TrainerOptions } from './trainer.ts';

/** What an engine is given to time on so many ratings. */
async function timed(users: number, movies: number, ratings: number, batchSize: number): Promise<TrainerOptions> {
  let given: TrainerOptions | null = null;
  const engine: Engine = {
    name: 'simd',
    label: 'simd',
    create: async (options) => {
      given = options;
      return { ...createReferenceTrainer(options), step: () => undefined };
    },
    lost: new AbortController().signal,
    tensors: () => 0,
  };
  const configuration = resolve({ listWeight: 0.7, userFactors: 1, movieFactors: 1, batchSize }, 'large');
  const rated = { users: new Int32Array(ratings), movies: new Int32Array(ratings) };
  await timeSteps(engine, { configuration, users, movies, rated }, new AbortController().signal);
  return given as unknown as TrainerOptions;
}

test('a step that is timed has a list of as many users and movies as a step of the run', async () => {
  const [users, movies, ratings, batchSize] = [100_000, 50_000, 1_000_000, 1000];
  const options = await timed(users, movies, ratings, batchSize);
  expect(options.listTask?.drawn).not.toBeNull();
  const list = listSettings(options);
  expect(list?.users).toBeGreaterThanOrEqual(users / (ratings / batchSize));
  expect(list?.users).toBeLessThanOrEqual(users / (ratings / batchSize) + 1);
  // Five of the ten that each of them rated.
  expect(list?.pairs).toBe(5 * (list?.users as number));
});

test('of few movies each step compares all, in a timing as in the run', async () => {
  const options = await timed(200, 100, 20_000, 1000);
  expect(options.listTask?.drawn).toBeNull();
  expect(listSettings(options)).toMatchObject({ users: 10, movies: 100 });
});

test('a sampler is timed beyond its first samples', async () => {
  const host = await createNodeHost(1);
  // So many steps fit into the time that is given.
  let clock = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const engine: Engine = {
    name: 'simd',
    label: 'simd',
    create: async (options) => {
      const trainer = await createSimdTrainer(options, host);
      const step: typeof trainer.step = (...args) => {
        trainer.step(...args);
        clock += 1.5;
      };
      return { ...trainer, step };
    },
    lost: new AbortController().signal,
    tensors: () => 0,
  };
  const [users, movies, ratings] = [610, 9742, 100_000];
  const configuration = resolve({ optimizer: 'gibbs', listWeight: 0, ratedSet: true, ratedBy: true });
  const random = createRandom(1, 'rated');
  const draw = (size: number) => Int32Array.from({ length: ratings }, () => Math.floor(random.next() ** 2 * size));
  const rated = { users: draw(users), movies: draw(movies) };
  const timings = await timeSteps(engine, { configuration, users, movies, rated }, new AbortController().signal);
  now.mockRestore();
  expect(timings).toMatchObject([{ threads: 1, milliseconds: expect.closeTo(1.5) }]);
});
