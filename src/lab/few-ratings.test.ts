import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { classRatings } from '../core/class-ratings.fixture.ts';
import { buildRatings } from '../core/join-ratings.ts';
import { NETWORK_NAMES } from '../core/model-name.ts';
import type { Ratings } from '../core/ratings.ts';
import { sizeOf } from '../core/settings/data-size.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import type { CreateTrainer } from '../engines/trainer.ts';
import { trainOut } from './train-out.fixture.ts';

const host = await createNodeHost(1);

describe.each(NETWORK_NAMES)('the defaults of a %s learn the tastes of a class', (model) => {
  test.each([
    ['stars and list', {}],
    ['stars', { listWeight: 0 }],
  ] as const)('aim: %s', async (_, aim) => {
    for (const seed of [1, 2, 3]) {
      const ratings = classRatings(seed);
      const configuration = resolve({ model, seed, ...aim }, sizeOf(ratings.count));
      const { epochs, baselines } = await trainOut(ratings, configuration, (options) => createSimdTrainer(options, host));
      const { globalMean, biases } = baselines ?? expect.fail();
      expect(biases).toBeGreaterThan(0.95 * globalMean);
      expect(epochs.at(-1)?.validationError).toBeLessThan(0.6 * globalMean);
    }
  });
});

describe('data that teaches little', () => {
  const create: CreateTrainer = (options) => createSimdTrainer(options, host);
  /** The first users and movies of a class, everything rated 4 where `isEqual`. */
  const part = (users: number, movies: number, isEqual = false): Ratings => {
    const all = classRatings(1);
    const own = [...all.users.keys()].filter((at) => (all.users[at] as number) < users && (all.movies[at] as number) < movies);
    const column = (values: ArrayLike<number>) => own.map((at) => values[at] as number);
    return buildRatings(
      {
        users: Int32Array.from(column(all.users)),
        movies: Int32Array.from(column(all.movies)),
        stars: Float32Array.from(column(all.stars), (value) => (isEqual ? 4 : value)),
        timestamps: null,
      },
      [],
    );
  };

  test.each([
    ['one user', part(1, 20)],
    ['one movie', part(30, 1)],
    ['all ratings equal', part(30, 20, true)],
  ])('%s: stars are learned to an error that is a number, by every network', async (_, ratings) => {
    for (const model of NETWORK_NAMES) {
      const configuration = resolve({ model, listWeight: 0 }, sizeOf(ratings.count));
      const { epochs } = await trainOut(ratings, configuration, create);
      expect(epochs.at(-1)?.validationError).toBeLessThan(4);
    }
  });

  test.each([
    ['one user', part(1, 20)],
    ['one movie', part(30, 1)],
    ['three ratings', part(2, 3)],
    ['all ratings equal', part(30, 20, true)],
  ])('%s: every optimizer of the dot product comes to its end', async (_, ratings) => {
    for (const optimizer of ['gibbs', 'als', 'sgd-by-rating'] as const) {
      const configuration = resolve({ optimizer }, sizeOf(ratings.count));
      const { epochs } = await trainOut(ratings, configuration, create);
      expect(epochs).toHaveLength(configuration.epochs);
      expect(epochs.at(-1)?.validationError).toBeLessThan(4);
    }
  });

  test('a list of one movie has nothing to learn from, and says why', async () => {
    const ratings = part(30, 1);
    await expect(trainOut(ratings, resolve({}, sizeOf(ratings.count)), create)).rejects.toMatchObject({
      code: 'no-split',
      message: 'The list has nothing to learn from: every user there who liked a movie liked all movies.',
    });
  });
});
