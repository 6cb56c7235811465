import { expect, test } from 'vitest';
import { HALF } from '../../../core/evaluate/coverage.ts';
import type { UserIndex } from '../../../core/ids.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import type { RecommendedMovie } from '../contract.ts';
import { doubtOf, lowered, withIntervals } from './doubt.ts';

const ratings = buildRatings(
  { users: Int32Array.of(1, 1), movies: Int32Array.of(10, 20), stars: Float32Array.of(3, 4), timestamps: null },
  [],
);
const model = { data: { ratings } } as unknown as Parameters<typeof withIntervals>[0];
const DOUBT = { spread: Float32Array.of(0.3, 0), noise: 0.4 };

test('a movie of which the model is less sure may change places', () => {
  const scores = { stars: Float32Array.of(4.2, 4), ranking: Float32Array.of(0.7, 0.5) };
  // A unit of two stars: 0.6 stars are 0.3 of them.
  const careful = lowered(scores, { ...DOUBT, spread: Float32Array.of(0.6, 0) }, { scale: 2 });
  expect(careful.ranking[0]).toBeCloseTo(0.4, 6);
  expect(careful.ranking[1]).toBeCloseTo(0.5, 6);
  expect(careful.stars).toBe(scores.stars);
});

test('every movie gets the half width that holds half of all ratings', () => {
  const movies = [{ movieId: 20 }, { movieId: 10 }] as RecommendedMovie[];
  const found = withIntervals(model, { movies }, DOUBT).movies;
  expect(found.map(({ within }) => within)).toEqual([
    expect.closeTo(HALF * 0.4, 6),
    expect.closeTo(HALF * Math.hypot(0.4, DOUBT.spread[0] as number), 6),
  ]);
  expect(withIntervals(model, { movies }, null).movies).toBe(movies);
});

test('a model is asked for every movie of the user, if it knows', async () => {
  const asked = { predictor: { doubt: async (pairs: unknown) => ({ ...DOUBT, pairs }) }, data: { ratings } } as unknown;
  expect(await doubtOf(asked as Parameters<typeof doubtOf>[0], 0 as UserIndex)).toMatchObject({
    pairs: { users: Int32Array.of(0, 0), movies: Int32Array.of(0, 1) },
  });
  const silent = { predictor: {}, data: { ratings } } as unknown as Parameters<typeof doubtOf>[0];
  expect(await doubtOf(silent, 0 as UserIndex)).toBeNull();
});
