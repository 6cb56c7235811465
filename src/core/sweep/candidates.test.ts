import { describe, expect, test } from 'vitest';
import { resolve } from '../settings/defaults.ts';
import { gridValues, valueAt, withValues } from './axis.ts';
import { candidatesOf, countCandidates } from './candidates.ts';
import { FACTORS, RATES, testSweep } from './sweep.fixture.ts';

describe('the values of a setting', () => {
  test('are evenly spaced on their scale, both ends included', () => {
    expect(gridValues(RATES)).toEqual([0.001, 0.01, 0.1]);
    expect(gridValues({ ...RATES, scale: 'linear', from: 0.1, to: 0.3 })).toEqual([0.1, 0.2, 0.3]);
  });

  test('fit the setting: whole numbers stay whole, and equal ones are one', () => {
    const epochs = { kind: 'range', name: 'epochs', scale: 'log', from: 1, to: 3, steps: 5 } as const;
    expect(gridValues(epochs)).toEqual([1, 2, 3]);
  });

  test('of a list have equal shares of the draws', () => {
    expect([0, 0.49, 0.5, 0.99].map((share) => valueAt(FACTORS, share))).toEqual([8, 8, 16, 16]);
  });

  test('one embedding size is that of both', () => {
    expect(withValues(resolve({}), { userFactors: 16 })).toMatchObject({ userFactors: 16, movieFactors: 16 });
  });
});

test('a grid has every combination', () => {
  const sweep = testSweep();
  expect(candidatesOf(sweep)).toHaveLength(countCandidates(sweep));
  expect(new Set(candidatesOf(sweep).map((values) => JSON.stringify(values))).size).toBe(6);
});

describe.each(['random', 'quasi-random'] as const)('%s draws', (method) => {
  test('follow from the seed and stay in their range', () => {
    const sweep = testSweep({ method });
    const drawn = candidatesOf(sweep);
    expect(drawn).toHaveLength(9);
    expect(candidatesOf(sweep)).toEqual(drawn);
    expect(candidatesOf({ ...sweep, seed: 2 })).not.toEqual(drawn);
    for (const { learningRate } of drawn) {
      expect(learningRate).toBeGreaterThanOrEqual(0.001);
      expect(learningRate).toBeLessThanOrEqual(0.1);
    }
  });
});

test('quasi-random draws leave no half of a range and no quarter of the square empty', () => {
  const axes = [RATES, { ...RATES, name: 'l2' as const }];
  const quarters = candidatesOf(testSweep({ method: 'quasi-random', trials: 16, axes })).map(({ learningRate, l2 }) =>
    [learningRate, l2].map((value) => Number(value) > 0.01).join(),
  );
  expect(new Set(quarters).size).toBe(4);
});
