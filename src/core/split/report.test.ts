import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SplitStrategy } from '../hyperparameters.ts';
import { buildRatings } from '../join-ratings.ts';
import type { Ratings } from '../ratings.ts';
import { DEFAULTS } from '../settings/tuned.ts';
import { finish } from '../slices.ts';
import { splitRatings } from '../split.ts';
import { reportSplit } from './report.ts';

const row = fc.record({
  user: fc.integer({ min: 1, max: 6 }),
  movie: fc.integer({ min: 1, max: 12 }),
  time: fc.nat({ max: 15 }),
});
const data = fc.array(row, { minLength: 6, maxLength: 80 }).map(
  (rows): Ratings =>
    buildRatings(
      {
        users: Int32Array.from(rows, ({ user }) => user * 10),
        movies: Int32Array.from(rows, ({ movie }) => movie),
        stars: new Float32Array(rows.length).fill(3),
        timestamps: Uint32Array.from(rows, ({ time }) => time),
      },
      [],
    ),
);
const strategy = fc.constantFrom<SplitStrategy>('random', 'leave-last', 'time-cut');

test('counts what a split does as one counts by hand', () => {
  fc.assert(
    fc.property(data, strategy, fc.nat(), fc.boolean(), (ratings, split, seed, withTest) => {
      const settings = { ...DEFAULTS.dot, split, seed, testShare: withTest ? 0.2 : 0, testPerUser: withTest ? 1 : 0 };
      const totals = new Map<number, number>();
      for (const user of ratings.users) totals.set(user, (totals.get(user) ?? 0) + 1);
      const most = Math.max(...totals.values());
      fc.pre(split !== 'leave-last' || most > (withTest ? 2 : 1));
      const report = finish(reportSplit(ratings, settings));
      const parts = splitRatings(ratings, settings);
      const listOf = (positions: Int32Array) =>
        [...positions].map((at) => ({
          user: ratings.users[at] as number,
          movie: ratings.movies[at] as number,
          time: ratings.timestamps?.[at] as number,
        }));
      const train = listOf(parts.train);
      for (const name of ['validation', 'test'] as const) {
        const part = listOf(parts[name]);
        if (part.length === 0) {
          expect(report[name]).toBeNull();
          continue;
        }
        const users = new Set(part.map(({ user }) => user));
        const movies = new Set(part.map(({ movie }) => movie));
        const isUnseen = (key: 'user' | 'movie', value: number) => train.every((rating) => rating[key] !== value);
        expect(report[name]).toEqual({
          ratings: part.length,
          users: users.size,
          movies: movies.size,
          span: [Math.min(...part.map(({ time }) => time)), Math.max(...part.map(({ time }) => time))],
          unseenUsers: [...users].filter((user) => isUnseen('user', user)).length,
          unseenMovies: [...movies].filter((movie) => isUnseen('movie', movie)).length,
          unseenRatings: part.filter(({ user, movie }) => isUnseen('user', user) || isUnseen('movie', movie)).length,
          leak: {
            ownFuture: part.filter((held) => train.some(({ user, time }) => user === held.user && time > held.time)).length,
            anyFuture: part.filter((held) => train.some(({ time }) => time > held.time)).length,
          },
        });
      }
      expect(report.train.ratings).toBe(train.length);
      const whole = [...totals.values()].filter((total) => total <= (withTest ? 2 : 1)).length;
      expect(report.wholeUsers).toBe(split === 'leave-last' ? whole : 0);
    }),
    { numRuns: 300 },
  );
});

test('no strategy by time leaks what it promises not to', () => {
  fc.assert(
    fc.property(data, (ratings) => {
      const timeCut = finish(reportSplit(ratings, { ...DEFAULTS.dot, split: 'time-cut' }));
      expect(timeCut.validation.leak).toEqual({ ownFuture: 0, anyFuture: 0 });
    }),
  );
});

test('strips show users by their arrival, each with its own parts in the order of time', () => {
  const rows = Array.from({ length: 200 }, (_, at) => ({ user: 1 + ((at * 7) % 40), time: 1000 - at }));
  const ratings = buildRatings(
    {
      users: Int32Array.from(rows, ({ user }) => user),
      movies: Int32Array.from(rows, (_, at) => at),
      stars: new Float32Array(200),
      timestamps: Uint32Array.from(rows, ({ time }) => time),
    },
    [],
  );
  const { strips } = finish(reportSplit(ratings, { ...DEFAULTS.dot, split: 'leave-last', validationPerUser: 2, testPerUser: 1 }));
  expect(strips).toHaveLength(8);
  for (const { ratings: given, parts } of strips) {
    expect(given).toBe(5);
    expect(parts).toEqual([0, 0, 1, 1, 2]);
  }
  const arrivals = strips.map(({ userId }) =>
    Math.min(...rows.filter(({ user }) => String(user) === userId).map(({ time }) => time)),
  );
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b));
});
