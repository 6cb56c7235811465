import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRatings } from '../join-ratings.ts';
import type { Ratings } from '../ratings.ts';
import { crossfilter, type Filters } from './crossfilter.ts';
import type { Dimension } from './dimension.ts';
import { dimensionsOf } from './dimensions.ts';

const GENRES = ['Drama', 'Comedy', 'War', 'Noir'];
const rows = fc.array(
  fc.record({
    user: fc.integer({ min: 1, max: 8 }),
    movie: fc.integer({ min: 1, max: 12 }),
    stars: fc.constantFrom(0.5, 1, 3, 4.5, 5),
    time: fc.integer({ min: 0, max: 2_000_000_000 }),
  }),
  { minLength: 1, maxLength: 120 },
);
const genres = fc.array(fc.subarray(GENRES), { minLength: 12, maxLength: 12 });
const data = fc.tuple(rows, genres, fc.boolean(), fc.boolean()).map(([rows, genres, timed, known]): Ratings => {
  const ratings = buildRatings(
    {
      users: Int32Array.from(rows, ({ user }) => user),
      movies: Int32Array.from(rows, ({ movie }) => movie),
      stars: Float32Array.from(rows, ({ stars }) => stars),
      timestamps: timed ? Uint32Array.from(rows, ({ time }) => time) : null,
    },
    genres.map((genres, at) => ({ id: at + 1, title: `M${at}`, year: null, genres })),
  );
  if (!known) return ratings;
  const column = (labels: readonly string[]) => ({
    labels,
    codes: Int32Array.from({ length: ratings.userIds.size }, (_, user) => (user * 7) % labels.length),
  });
  const demographics = {
    gender: column(['F', 'M']),
    age: column(['<18', '18–24', '25+']),
    occupation: column(['a', 'b']),
    zip: column(['1']),
  };
  return { ...ratings, demographics };
});
const chosen = fc.option(fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 4 }), { nil: undefined });
const filters = fc
  .record({
    stars: chosen,
    userActivity: chosen,
    movieActivity: chosen,
    time: chosen,
    genre: chosen,
    gender: chosen,
    age: chosen,
    occupation: chosen,
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, bins]) => bins !== undefined)) as Filters);

/** The bins of the rating at `at`, in the plainest way. */
function binsOf(ratings: Ratings, dimension: Dimension, at: number): readonly number[] {
  if (dimension.of === 'rating') return [dimension.codes[at] as number];
  const entity = (dimension.of === 'user' ? ratings.users : ratings.movies)[at] as number;
  return [...dimension.members.slice(dimension.offsets[entity], dimension.offsets[entity + 1])];
}

test('every bar equals a count by brute force over what passes the other filters', () => {
  fc.assert(
    fc.property(data, filters, (ratings, filters) => {
      const dimensions = dimensionsOf(ratings);
      const passes = (dimension: Dimension, at: number): boolean => {
        const bins = filters[dimension.name];
        return bins === undefined || binsOf(ratings, dimension, at).some((bin) => bins.includes(bin));
      };
      const positions = Array.from({ length: ratings.count }, (_, at) => at);
      const all = positions.filter((at) => dimensions.every((dimension) => passes(dimension, at)));
      const { passing, counts, movieCounts, movieStars } = crossfilter(ratings, dimensions, filters);
      expect(passing).toBe(all.length);
      for (const [place, dimension] of dimensions.entries()) {
        const others = positions.filter((at) => dimensions.every((other) => other === dimension || passes(other, at)));
        const bars = dimension.bins.map((_, bin) => {
          const inside = others.filter((at) => binsOf(ratings, dimension, at).includes(bin));
          if (dimension.counts === 'ratings') return inside.length;
          return new Set(inside.map((at) => (dimension.counts === 'users' ? ratings.users : ratings.movies)[at])).size;
        });
        expect([...(counts[place] as Int32Array)], dimension.name).toEqual(bars);
      }
      for (let movie = 0; movie < ratings.movieIds.size; movie++) {
        const own = all.filter((at) => ratings.movies[at] === movie);
        expect(movieCounts[movie]).toBe(own.length);
        expect(movieStars[movie]).toBe(own.reduce((sum, at) => sum + (ratings.stars[at] as number), 0));
      }
    }),
    { numRuns: 300 },
  );
});

describe('bins', () => {
  test('hold every rating at its value: stars, times, activity', () => {
    fc.assert(
      fc.property(data, (ratings) => {
        const totals = { user: new Map<number, number>(), movie: new Map<number, number>() };
        for (let at = 0; at < ratings.count; at++) {
          const [user, movie] = [ratings.users[at] as number, ratings.movies[at] as number];
          totals.user.set(user, (totals.user.get(user) ?? 0) + 1);
          totals.movie.set(movie, (totals.movie.get(movie) ?? 0) + 1);
        }
        for (const dimension of dimensionsOf(ratings)) {
          expect(dimension.bins.length).toBeLessThanOrEqual(60);
          for (let at = 0; at < ratings.count; at++) {
            const value = {
              stars: ratings.stars[at],
              time: ratings.timestamps?.[at],
              userActivity: totals.user.get(ratings.users[at] as number),
              movieActivity: totals.movie.get(ratings.movies[at] as number),
            }[dimension.name as string];
            if (value === undefined) continue;
            const [bin] = binsOf(ratings, dimension, at) as [number];
            expect(value).toBeGreaterThanOrEqual(dimension.bins[bin]?.from as number);
            expect(value).toBeLessThanOrEqual(dimension.bins[bin]?.to as number);
          }
        }
      }),
    );
  });

  const at = (stars: readonly number[], times: readonly number[]) =>
    buildRatings(
      {
        users: new Int32Array(stars.length).fill(1),
        movies: Int32Array.from(stars, (_, i) => i),
        stars: Float32Array.from(stars),
        timestamps: Uint32Array.from(times),
      },
      [],
    );
  const labels = (ratings: Ratings, name: string) =>
    dimensionsOf(ratings)
      .find((dimension) => dimension.name === name)
      ?.bins.map(({ label }) => label);

  test('of time are as fine as can be told apart', () => {
    const day = Date.UTC(2000, 1, 28) / 1000;
    expect(labels(at([1, 2], [day, day + 2 * 86_400]), 'time')).toEqual(['2000-02-28', '2000-02-29', '2000-03-01']);
    expect(labels(at([1, 2], [day, day + 400 * 86_400]), 'time')?.slice(0, 2)).toEqual(['2000-02', '2000-03']);
    expect(labels(at([1, 2], [day, day + 4000 * 86_400]), 'time')?.slice(0, 2)).toEqual(['2000 Q1', '2000 Q2']);
    expect(labels(at([1, 2], [day, day + 9000 * 86_400]), 'time')?.[0]).toBe('2000');
    expect(labels(at([1, 2], [0, 2 ** 32 - 1]), 'time')).toEqual([
      '1970s',
      '1980s',
      '1990s',
      '2000s',
      '2010s',
      '2020s',
      '2030s',
      '2040s',
      '2050s',
      '2060s',
      '2070s',
      '2080s',
      '2090s',
      '2100s',
    ]);
  });

  test('of stars become ranges where there are many values', () => {
    expect(labels(at([1, 5, 3], [0, 0, 0]), 'stars')).toEqual(['1', '3', '5']);
    const many = Array.from({ length: 101 }, (_, i) => i);
    const ratings = at(many, many);
    expect(labels(ratings, 'stars')?.slice(0, 2)).toEqual(['0–10', '10–20']);
    expect(crossfilter(ratings, dimensionsOf(ratings), {}).counts[0]?.at(-1)).toBe(11);
  });
});
