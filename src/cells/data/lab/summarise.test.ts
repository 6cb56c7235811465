import { expect, test } from 'vitest';
import type { DataOrigin } from '../../../core/data-source.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import { finish } from '../../../core/slices.ts';
import { summariseData } from './summarise.ts';

test('sums a data set up, by hand', () => {
  const ratings = buildRatings(
    {
      users: Int32Array.of(7, 3, 7, 3),
      movies: Int32Array.of(50, 60, 60, 70),
      stars: Float32Array.of(4.5, 2, 4.5, 5),
      timestamps: Uint32Array.of(300, 100, 400, 200),
    },
    [],
  );
  const notes = [{ kind: 'duplicate-ratings', count: 2, rule: 'The newest counts.' }] as const;
  const elapsed = { fetch: 1, unzip: 2, verify: 3, parse: 4 };
  const origin: DataOrigin = {
    kind: 'file',
    name: 'Small',
    file: 'small.zip',
    url: null,
    sha256: 'abc',
    layout: { format: 'table', container: 'zip', file: 'ratings.csv', hasTitles: true, hasUsers: false, columns: null },
    fetchedAt: 7,
    release: null,
  };
  expect(finish(summariseData({ ratings, origin, file: null, notes, elapsed }))).toEqual({
    ...origin,
    ratings: 4,
    users: 2,
    movies: 3,
    scale: { min: 2, max: 5, step: 0.5 },
    words: { item: 'movie', items: 'movies', unit: 'star', units: 'stars' },
    features: { genres: 0, years: 0, demographics: 0, periods: 30, userPeriods: 4 },
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
    firstMovieId: 50,
    notes,
    elapsed,
  });
});

test('where any value may occur, the histogram has twenty equal parts', () => {
  const stars = Float32Array.from({ length: 10_000 }, (_, at) => (at / 9999) ** 2 * 10);
  const zeros = () => new Int32Array(10_000).map((_, at) => at);
  const ratings = buildRatings({ users: zeros(), movies: zeros(), stars, timestamps: null }, []);
  const summary = finish(summariseData({ ratings, origin: {} as DataOrigin, file: null, notes: [], elapsed: {} }));
  expect(summary.scale).toMatchObject({ min: 0, max: 10, step: 0 });
  expect(summary.histogram).toHaveLength(20);
  expect(summary.histogram[0]).toMatchObject({ stars: 0, upTo: 0.5 });
  expect(summary.histogram.at(-1)).toMatchObject({ stars: 9.5, upTo: 10 });
  expect(summary.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  expect([summary.firstTimestamp, summary.lastTimestamp]).toEqual([null, null]);
});
