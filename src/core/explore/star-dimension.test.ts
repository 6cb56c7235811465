import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ratings } from '../ratings.ts';
import { starDimension } from './star-dimension.ts';

const dimensionOf = (values: readonly number[]) => {
  const stars = Float32Array.from(values);
  const [min, max] = [Math.min(...stars), Math.max(...stars)];
  return starDimension({ stars, scale: { min, max, step: 0, likedFrom: min } } as Ratings);
};

test('counts stand in ranges that double', () => {
  const { bins, codes, isLogarithmic } = dimensionOf([1, 2, 3, 4, 7, 8, 40]);
  expect(bins.map(({ label }) => label)).toEqual(['1', '2–3', '4–7', '8–15', '16–31', '32–63']);
  expect([...codes]).toEqual([0, 1, 1, 2, 2, 3, 5]);
  expect(isLogarithmic).toBe(true);
});

test('every count, whole or not, is in the range of its bin, and there are twenty-one bins at most', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.float({ min: 0, max: Math.fround(1e30), noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const { bins, codes } = dimensionOf([...values, 21]);
      expect(bins.length).toBeLessThanOrEqual(21);
      [...values, 21].forEach((each, at) => {
        const bin = bins[codes[at] as number];
        expect(Math.fround(each)).toBeGreaterThanOrEqual(bin?.from ?? Number.NaN);
        expect(Math.fround(each)).toBeLessThanOrEqual(bin?.to ?? Number.NaN);
      });
    }),
  );
});

test('few small counts, and stars, stand by their values', () => {
  expect(dimensionOf([1, 1, 2, 20]).isLogarithmic).toBeUndefined();
  const stars = Float32Array.of(1, 5, 5);
  const { bins } = starDimension({ stars, scale: { min: 1, max: 5, step: 1 } } as Ratings);
  expect(bins.map(({ label }) => label)).toEqual(['1', '5']);
});
