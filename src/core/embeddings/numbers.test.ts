import { describe, expect, test } from 'vitest';
import { correlation } from './correlation.ts';
import { clearlyFollowed } from './follows.ts';
import { lengthBins, quantile } from './length-bins.ts';

describe('a correlation', () => {
  test.each([
    ['rising', [1, 2, 3], [2, 4, 6], 1],
    ['falling', [1, 2, 3], [3, 2, 1], -1],
    ['none', [1, 2, 3, 4], [1, -1, -1, 1], 0],
    ['what is unknown does not count', [1, 2, 3, 9], [2, 4, 6, Number.NaN], 1],
    ['nothing varies', [1, 2, 3], [5, 5, 5], 0],
    ['known by hand', [1, 2, 3, 4], [1, 3, 2, 4], 0.8],
  ])('%s', (_, xs, ys, wanted) => {
    expect(correlation(xs, ys)).toBeCloseTo(wanted, 12);
  });
});

describe('what an axis follows', () => {
  const rows = Array.from({ length: 900 }, (_, at) => at);
  const places = rows.map((at) => at / 900);

  test('is said where it is clear, the strongest first', () => {
    const followed = clearlyFollowed(places, [
      { name: 'weak', values: rows.map((at) => (at % 7) + at / 2000) },
      { name: 'against', values: rows.map((at) => -at + 300 * (at % 3)) },
      { name: 'exact', values: rows },
    ]);
    expect(followed.map(({ trait }) => trait)).toEqual(['exact', 'against']);
    expect(followed[1]?.correlation).toBeLessThan(-0.5);
  });

  test('few rows need a stronger correlation', () => {
    const values = [1, 3, 2, 4];
    expect(correlation([1, 2, 3, 4], values)).toBeCloseTo(0.8);
    expect(clearlyFollowed([1, 2, 3, 4], [{ name: 'few', values }])).toEqual([]);
  });
});

test('lengths are grouped by ratings, each group twice as wide', () => {
  expect(lengthBins([1, 2, 3, 4, 10], [1, 2, 3, 3, 9])).toEqual([
    { from: 1, to: 1, movies: 1, lowerQuartile: 1, median: 1, upperQuartile: 1 },
    { from: 2, to: 3, movies: 3, lowerQuartile: 2.5, median: 3, upperQuartile: 3.5 },
    { from: 8, to: 15, movies: 1, lowerQuartile: 10, median: 10, upperQuartile: 10 },
  ]);
  expect(quantile([1, 2], 0.5)).toBe(1.5);
});
