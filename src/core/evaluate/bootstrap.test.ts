import { expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { bootstrap, RESAMPLES, weightedMean } from './bootstrap.ts';

const meanOf = (values: Float64Array, seed = 1) =>
  bootstrap(values.length, createRandom(seed, 'bootstrap'), (weights) => [weightedMean(values, weights)])[0];

test('the interval of a mean is about two standard errors to each side', () => {
  const deal = normal(createRandom(7, 'values'));
  const values = Float64Array.from({ length: 400 }, () => 3 + deal());
  const { value, low, high } = meanOf(values) ?? { value: 0, low: 0, high: 0 };
  expect(value).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / 400, 12);
  const [below, above] = [value - (low as number), (high as number) - value];
  // 1.96 / √400 of a deviation of 1.
  for (const side of [below, above]) expect(Math.abs(side - 0.098)).toBeLessThan(0.02);
});

test('the same seed draws the same resamples, another others', () => {
  const values = Float64Array.from({ length: 30 }, (_, i) => i * i);
  expect(meanOf(values, 4)).toEqual(meanOf(values, 4));
  expect(meanOf(values, 4)).not.toEqual(meanOf(values, 5));
});

test('every resample has as many users as there are', () => {
  let samples = 0;
  bootstrap(9, createRandom(1, 'bootstrap'), (weights) => {
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(9);
    samples++;
    return [];
  });
  expect(samples).toBe(RESAMPLES + 1);
});

test('what is undefined is left out, and null where nothing is left', () => {
  expect(meanOf(Float64Array.of(1, Number.NaN, 1))).toEqual({ value: 1, low: 1, high: 1 });
  expect(meanOf(Float64Array.of(Number.NaN, Number.NaN))).toBeNull();
  expect(meanOf(Float64Array.of())).toBeNull();
  expect(meanOf(Float64Array.of(2))).toEqual({ value: 2, low: null, high: null });
});
