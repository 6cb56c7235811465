import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomSplit } from './split.ts';

const count = fc.integer({ min: 0, max: 500 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const seed = fc.nat();

const isAscending = (values: Int32Array): boolean => values.every((value, i) => i === 0 || value > (values[i - 1] as number));

test('the parts are ascending and hold every position once', () => {
  fc.assert(
    fc.property(count, share, seed, (count, share, seed) => {
      const { train, validation } = randomSplit(count, share, seed);
      expect(isAscending(train) && isAscending(validation)).toBe(true);
      const all = [...train, ...validation].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: count }, (_, i) => i));
    }),
  );
});

test('the share is held out to the nearest rating, but never everything and never nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 500 }), share, seed, (count, share, seed) => {
      const { validation } = randomSplit(count, share, seed);
      const wanted = Math.round(count * share);
      expect(validation.length).toBe(wanted < 1 ? 1 : wanted > count - 1 ? count - 1 : wanted);
    }),
  );
});

describe('extremes', () => {
  test.each([
    [0, 0.1, 0, 0],
    [1, 0.1, 1, 0],
    [1, 0.9, 1, 0],
    [2, 0.01, 1, 1],
    [2, 0.99, 1, 1],
    [3, 0.01, 2, 1],
    [3, 0.5, 1, 2],
    [100_004, 0.1, 90_004, 10_000],
  ])('%d ratings at %d: %d to train, %d held out', (count, share, train, validation) => {
    const split = randomSplit(count, share, 1);
    expect([split.train.length, split.validation.length]).toEqual([train, validation]);
  });
});

test('the same seed draws the same split, another seed another one', () => {
  expect(randomSplit(1000, 0.2, 5)).toEqual(randomSplit(1000, 0.2, 5));
  expect(randomSplit(1000, 0.2, 5).validation).not.toEqual(randomSplit(1000, 0.2, 6).validation);
});

test('every position is held out equally often', () => {
  const times = new Int32Array(20);
  for (let seed = 0; seed < 4000; seed++)
    for (const at of randomSplit(20, 0.25, seed).validation) times[at] = (times[at] ?? 0) + 1;
  // Binomial(4000, 1/4): mean 1000, deviation √750 = 27.4; five deviations.
  for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(137);
});
