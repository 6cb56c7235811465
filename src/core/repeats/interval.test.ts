import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { excludesZero, intervalOf } from './interval.ts';

describe('the interval of a mean', () => {
  test('is the one of a worked example', () => {
    // Student's own sleep data (1908), the ten differences: mean 1.58, 95 % from 0.700 to 2.460.
    const { n, mean, half } = intervalOf([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4], 0) ?? expect.fail();
    expect(n).toBe(10);
    expect(mean).toBeCloseTo(1.58, 10);
    expect(half).toBeCloseTo((2.4598858 - 0.7001142) / 2, 5);
  });

  test('is wider where training parts overlap, by the corrected variance', () => {
    const values = [0.91, 0.9, 0.93, 0.92, 0.9];
    const [plain, corrected] = [intervalOf(values, 0)?.half as number, intervalOf(values, 1 / 4)?.half as number];
    expect(corrected / plain).toBeCloseTo(Math.sqrt((1 / 5 + 1 / 4) / (1 / 5)), 10);
  });

  test('has no width of one value, and is nothing of none', () => {
    expect(intervalOf([3], 0)).toEqual({ n: 1, mean: 3, half: null });
    expect(intervalOf([], 0)).toBeNull();
  });

  test('moves and stretches with its values', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (all, by, times) => {
        const before = intervalOf(all, 0.1) ?? expect.fail();
        const after = intervalOf(
          all.map((value) => times * value + by),
          0.1,
        );
        expect(after?.mean).toBeCloseTo(times * before.mean + by, 6);
        expect(after?.half).toBeCloseTo(times * (before.half as number), 6);
      }),
    );
  });
});

test('covers the true mean of normal draws about 95 times in a hundred', () => {
  let covered = 0;
  const random = createRandom(3, 'coverage');
  const draw = normal(random);
  for (let trial = 0; trial < 4000; trial++) {
    const { mean, half } = intervalOf([draw(), draw(), draw(), draw(), draw()], 0) ?? expect.fail();
    if (Math.abs(mean) <= (half as number)) covered++;
  }
  expect(covered / 4000).toBeGreaterThan(0.94);
  expect(covered / 4000).toBeLessThan(0.96);
});

test('a difference is no chance only where the interval leaves zero out', () => {
  expect(excludesZero({ n: 5, mean: -0.02, half: 0.01 })).toBe(true);
  expect(excludesZero({ n: 5, mean: 0.02, half: 0.03 })).toBe(false);
  expect(excludesZero({ n: 1, mean: 4, half: null })).toBe(false);
  expect(excludesZero({ n: 5, mean: 0, half: 0 })).toBe(false);
});
