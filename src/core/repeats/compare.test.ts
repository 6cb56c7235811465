import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { pairedDifference, standingOf } from './compare.ts';
import { studentT } from './student-t.ts';

const run = (error: number, overrides: Overrides, parts: Partial<RunRecord> = {}): RunRecord =>
  testRecord(overrides, {
    epochs: [{ epoch: 1, trainError: 1, validationError: error, sampleNdcg: error / 2, seconds: 1 }],
    ...parts,
  });
const seeds = (errors: readonly number[], overrides: Overrides = {}, first = 1) =>
  errors.map((error, i) => run(error, { ...overrides, seed: first + i }));

/** The interval again, as it stands in the paper: the mean of the differences, and √((1/n + n₂/n₁) · Σ(d − d̄)² / (n − 1)). */
function byHand(own: readonly number[], others: readonly number[], ratio: number) {
  const n = own.length;
  let [sum, squares] = [0, 0];
  own.forEach((value, i) => {
    sum += value - (others[i] as number);
  });
  own.forEach((value, i) => {
    squares += (value - (others[i] as number) - sum / n) ** 2;
  });
  return { n, mean: sum / n, half: studentT(0.95, n - 1) * Math.sqrt((1 / n + ratio) * (squares / (n - 1))) };
}

const errors = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })), {
  minLength: 2,
  maxLength: 12,
});

test('runs are paired by their seeds, in whatever order they stand', () => {
  fc.assert(
    fc.property(errors, (pairs) => {
      const [own, others] = [pairs.map(([one]) => one / 1000), pairs.map(([, other]) => other / 1000)];
      const found = pairedDifference('rmse', seeds(own, { model: 'mlp' }), seeds(others).toReversed());
      const wanted = byHand(own, others, 0.1 / 0.9);
      if (!('interval' in found)) expect.fail(found.because);
      expect(found.interval.n).toBe(wanted.n);
      expect(found.interval.mean).toBeCloseTo(wanted.mean, 10);
      expect(found.interval.half).toBeCloseTo(wanted.half, 10);
    }),
  );
});

test('folds are paired with the same fold of as many', () => {
  const folds = (all: readonly number[], of: number) => all.map((error, i) => run(error, {}, { fold: { at: i + 1, of } }));
  const own = folds([0.9, 0.8], 2);
  expect(pairedDifference('rmse', own, folds([0.7, 0.7], 2))).toMatchObject({
    interval: { n: 2, mean: expect.closeTo(0.15, 10) },
  });
  expect(pairedDifference('rmse', own, folds([0.7, 0.7, 0.7], 3))).toEqual({ because: 'another split' });
});

describe('what cannot be paired is said', () => {
  const own = seeds([0.9, 0.8]);
  test.each([
    ['another seed', seeds([0.9, 0.8], {}, 10)],
    ['another split', seeds([0.9, 0.8], { validationShare: 0.3 })],
    ['other data', seeds([0.9]).map((record) => ({ ...record, data: { ...record.data, ratings: 1 } }))],
    ['no run that came to its end', []],
  ])('%s', (because, others) => {
    expect(pairedDifference('rmse', own, others)).toEqual({ because });
  });
});

test('of what has a pair the rest is left out', () => {
  expect(pairedDifference('rmse', seeds([0.9, 0.8, 0.7]), seeds([0.5], {}, 2))).toMatchObject({ interval: { n: 1, half: null } });
});

describe('a difference', () => {
  test('is better or worse by the sense of its figure', () => {
    const interval = { n: 5, mean: -0.02, half: 0.01 };
    expect(standingOf('rmse', interval)).toBe('better');
    expect(standingOf('ndcg', interval)).toBe('worse');
    expect(standingOf('seconds', interval)).toBe('better');
  });

  test('whose interval holds zero is not called one', () => {
    expect(standingOf('rmse', { n: 5, mean: -0.02, half: 0.02 })).toBe('not clearly different');
    expect(standingOf('rmse', { n: 1, mean: -0.02, half: null })).toBe('not clearly different');
  });
});
