import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canMap, mapRating } from './map-ratings.ts';

const LETTERBOXD = { min: 0.5, max: 5 };
const IMDB = { min: 1, max: 10 };
const GOODREADS = { min: 1, max: 5 };

test.each([
  [LETTERBOXD, { min: 0.5, max: 5, step: 0.5 }, [0.5, 3.5, 5], [0.5, 3.5, 5]],
  [LETTERBOXD, { min: 1, max: 5, step: 1 }, [0.5, 3, 3.5, 4.5], [1, 3, 4, 5]],
  [LETTERBOXD, { min: 1, max: 10, step: 1 }, [0.5, 3.5, 5], [1, 7, 10]],
  [IMDB, { min: 0.5, max: 5, step: 0.5 }, [1, 7, 10], [0.5, 3.5, 5]],
  [IMDB, { min: 1, max: 5, step: 1 }, [1, 2, 7, 10], [1, 1, 4, 5]],
  [IMDB, { min: 0, max: 100, step: 0 }, [1, 10], [10, 100]],
  [GOODREADS, { min: 0.5, max: 5, step: 0.5 }, [1, 2, 5], [1, 2, 5]],
  [GOODREADS, { min: -10, max: 10, step: 0 }, [1, 3, 5], [-10, 0, 10]],
  [GOODREADS, { min: 0.1, max: 0.5, step: 0.1 }, [1, 3, 5], [0.1, 0.3, 0.5]],
  [GOODREADS, { min: 4, max: 4, step: 1 }, [1, 5], [4, 4]],
])('from %j to %j', (from, to, ratings, expected) => {
  expect(ratings.map((rating) => mapRating(rating, from, to))).toEqual(expected);
});

const tidy = (value: number): number => Number(value.toPrecision(6));

test('stays on the scale and keeps the order', () => {
  const scales = fc
    .record({
      min: fc.integer({ min: -20, max: 20 }),
      steps: fc.integer({ min: 0, max: 40 }),
      step: fc.constantFrom(0.1, 0.5, 1, 5),
    })
    .map(({ min, steps, step }) => ({ min: tidy(min * step), max: tidy((min + steps) * step), step }));
  fc.assert(
    fc.property(scales, fc.constantFrom(LETTERBOXD, IMDB, GOODREADS), (to, from) => {
      const mapped = Array.from({ length: 20 }, (_, at) => mapRating(from.min + (at / 19) * (from.max - from.min), from, to));
      for (const [at, stars] of mapped.entries()) {
        expect(stars).toBeGreaterThanOrEqual(to.min);
        expect(stars).toBeLessThanOrEqual(to.max);
        expect(stars).toBeGreaterThanOrEqual(mapped[at - 1] ?? stars);
        expect((stars - to.min) / to.step - Math.round((stars - to.min) / to.step)).toBeCloseTo(0, 3);
      }
    }),
  );
});

test('counts are no scale', () => {
  expect([canMap({ min: 1, max: 100, step: 1 }), canMap({ min: 1, max: 11_754, step: 1 })]).toEqual([true, false]);
});
