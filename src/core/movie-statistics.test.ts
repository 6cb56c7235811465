import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MovieIndex } from './ids.ts';
import { buildRatings } from './join-ratings.ts';
import { movieStatistics } from './movie-statistics.ts';
import { finish } from './slices.ts';

test('counts and means equal those of each movie picked out by itself', () => {
  const row = fc.record({ movie: fc.integer({ min: 1, max: 5 }), stars: fc.integer({ min: 1, max: 10 }) });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const ratings = buildRatings(
        {
          users: Int32Array.from(rows, (_, at) => at),
          movies: Int32Array.from(rows, ({ movie }) => movie * 10),
          stars: Float32Array.from(rows, ({ stars }) => stars / 2),
          timestamps: new Uint32Array(rows.length),
        },
        [],
      );
      const { counts, meanStars } = finish(movieStatistics(ratings));
      expect(counts.length).toBe(ratings.movieIds.size);
      counts.forEach((count, index) => {
        const own = rows.filter(({ movie }) => movie * 10 === ratings.movieIds.idOf(index as MovieIndex));
        expect(count).toBe(own.length);
        expect(meanStars[index]).toBeCloseTo(own.reduce((sum, { stars }) => sum + stars / 2, 0) / own.length, 5);
      });
    }),
  );
});
