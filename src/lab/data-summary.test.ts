import { expect, test } from 'vitest';
import { buildRatings } from '../core/ratings.ts';
import { summariseData } from './data-summary.ts';

test('sums a data set up, by hand', () => {
  const ratings = buildRatings(
    {
      users: Int32Array.of(7, 3, 7, 3),
      movies: Int32Array.of(50, 60, 60, 70),
      stars: Float32Array.of(4.5, 2, 4.5, 5),
      timestamps: Float64Array.of(300, 100, 400, 200),
    },
    [],
  );
  const elapsed = { fetch: 1, unzip: 2, verify: 3, parse: 4 };
  expect(summariseData({ ratings, sha256: 'abc', elapsed }, 'Small', 'small.zip')).toEqual({
    name: 'Small',
    url: 'small.zip',
    sha256: 'abc',
    ratings: 4,
    users: 2,
    movies: 3,
    scale: { min: 2, max: 5, step: 0.5 },
    histogram: [
      { stars: 2, count: 1 },
      { stars: 4.5, count: 2 },
      { stars: 5, count: 1 },
    ],
    meanStars: 4,
    deviationStars: expect.closeTo(Math.sqrt((0.25 + 4 + 0.25 + 1) / 4), 6),
    firstTimestamp: 100,
    lastTimestamp: 400,
    firstUserId: 3,
    lastUserId: 7,
    elapsed,
  });
});
