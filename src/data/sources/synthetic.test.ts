import { beforeAll, describe, expect, test } from 'vitest';
import { fitBiases, predictBiases } from '../../core/baselines.ts';
import { buildRatings } from '../../core/join-ratings.ts';
import { rmse } from '../../core/metrics.ts';
import { createRandom, normal, shuffle } from '../../core/random.ts';
import type { RatingColumns, Ratings } from '../../core/ratings.ts';
import { DEFAULTS } from '../../core/settings/tuned.ts';
import { finish } from '../../core/slices.ts';
import type { Split } from '../../core/split/parts.ts';
import { splitRatings } from '../../core/split.ts';
import type { SyntheticShape } from '../../core/synthetic-shape.ts';
import { synthesise, syntheticMovies } from './synthetic.ts';

const FULL: SyntheticShape = { users: 6040, movies: 3706, ratings: 1_000_209 };
const SMALL: SyntheticShape = { users: 40, movies: 200, ratings: 1500 };

const countsOf = (ids: Int32Array): readonly number[] => {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
};

describe.each<readonly [string, SyntheticShape]>([
  ['MovieLens 1M', FULL],
  ['a small set with more movies than users', SMALL],
  ['the fewest ratings there may be', { users: 50, movies: 100, ratings: 1000 }],
  ['a quarter of all pairs', { users: 100, movies: 80, ratings: 2000 }],
])('in the shape of %s', (_, shape) => {
  let columns: RatingColumns;
  beforeAll(() => {
    columns = finish(synthesise(shape, 7));
  });

  test('has that many users, movies and ratings, ids from 1 without gaps', () => {
    expect(columns.stars.length).toBe(shape.ratings);
    for (const [ids, size] of [
      [columns.users, shape.users],
      [columns.movies, shape.movies],
    ] as const) {
      expect(new Set(ids).size).toBe(size);
      expect(ids.every((id) => id >= 1 && id <= size)).toBe(true);
    }
  });

  test('no pair twice, at least 20 ratings per user', () => {
    const pairs = Float64Array.from(columns.users, (user, at) => user * (shape.movies + 1) + (columns.movies[at] as number));
    expect(new Set(pairs).size).toBe(shape.ratings);
    expect(countsOf(columns.users).at(-1)).toBeGreaterThanOrEqual(20);
  });

  test('whole stars from 1 to 5, each of them', () => {
    expect([...new Set(columns.stars)].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('times are of the years of MovieLens 1M', () => {
    expect(columns.timestamps?.every((time) => time >= 956_703_932 && time < 1_046_454_590)).toBe(true);
  });
});

describe('the same seed', () => {
  test('gives the same ratings, another seed others', () => {
    expect(finish(synthesise(SMALL, 1))).toEqual(finish(synthesise(SMALL, 1)));
    expect(finish(synthesise(SMALL, 2))).not.toEqual(finish(synthesise(SMALL, 1)));
  });
});

test('few movies and users have most of the ratings', () => {
  const { users, movies } = finish(synthesise(FULL, 1));
  for (const counts of [countsOf(users), countsOf(movies)]) {
    const tenth = counts.slice(0, counts.length / 10).reduce((sum, count) => sum + count, 0);
    expect(tenth / FULL.ratings).toBeGreaterThan(0.35);
    expect(counts[0]).toBeGreaterThan(10 * (counts[counts.length / 2] as number));
  }
});

test('movies are titled by their number', () => {
  const titles = syntheticMovies(SMALL);
  expect(titles).toHaveLength(200);
  expect(titles[16]).toEqual({ id: 17, title: 'Synthetic movie 17', year: null, genres: [] });
});

test.each<readonly [string, SyntheticShape]>([
  ['fewer than 20 ratings per user', { users: 100, movies: 100, ratings: 1999 }],
  ['more than a quarter of all pairs', { users: 100, movies: 100, ratings: 2501 }],
  ['more movies than users could rate', { users: 10, movies: 201, ratings: 400 }],
])('%s do not fit together', (_, shape) => {
  expect(() => finish(synthesise(shape, 1))).toThrow(RangeError);
});

describe('there is something to learn', () => {
  let ratings: Ratings;
  let split: Split;
  let wanted: Float32Array;
  beforeAll(() => {
    ratings = buildRatings(finish(synthesise(FULL, 1)), syntheticMovies(FULL));
    split = splitRatings(ratings, { ...DEFAULTS.dot, validationShare: 0.1, seed: 1 });
    wanted = Float32Array.from(split.validation, (at) => ratings.stars[at] as number);
  });

  test('biases alone come to about 0.91 stars, biases and factors to about 0.85', () => {
    const biases = fitBiases(ratings, split.train);
    expect(rmse(predictBiases(biases, ratings, split.validation), wanted)).toBeCloseTo(0.91, 2);
    const predict = factorise(ratings, split.train, biases.mean);
    const error = rmse(Float32Array.from(split.validation, predict), wanted);
    expect(error).toBeGreaterThan(0.83);
    expect(error).toBeLessThan(0.86);
  });
});

/** Biases and 8 factors by plain stochastic gradient descent (Koren 2009). Returns the prediction for a position. */
function factorise({ users, movies, stars, userIds, movieIds }: Ratings, positions: Int32Array, mean: number) {
  const width = 8;
  const draw = normal(createRandom(1, 'start'));
  const table = (rows: number, columns: number) => Float64Array.from({ length: rows * columns }, () => 0.05 * draw());
  const [p, q] = [table(userIds.size, width), table(movieIds.size, width)];
  const [bu, bi] = [table(userIds.size, 1), table(movieIds.size, 1)];
  const predict = (at: number): number => {
    const [u, i] = [users[at] as number, movies[at] as number];
    let sum = mean + (bu[u] as number) + (bi[i] as number);
    for (let d = 0; d < width; d++) sum += (p[u * width + d] as number) * (q[i * width + d] as number);
    return sum;
  };
  const move = (values: Float64Array, at: number, step: number) => {
    values[at] = (values[at] as number) + step;
  };
  const random = createRandom(1, 'order');
  const order = positions.slice();
  for (let epoch = 0, rate = 0.02; epoch < 14; epoch++, rate *= 0.88) {
    for (const at of shuffle(order, random)) {
      const [u, i] = [users[at] as number, movies[at] as number];
      const error = (stars[at] as number) - predict(at);
      move(bu, u, rate * (error - 0.02 * (bu[u] as number)));
      move(bi, i, rate * (error - 0.02 * (bi[i] as number)));
      for (let d = 0; d < width; d++) {
        const [pd, qd] = [p[u * width + d] as number, q[i * width + d] as number];
        move(p, u * width + d, rate * (error * qd - 0.06 * pd));
        move(q, i * width + d, rate * (error * pd - 0.06 * qd));
      }
    }
  }
  return predict;
}
