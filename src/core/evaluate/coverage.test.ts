import { expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { coverageOf, ratingDeviation } from './coverage.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };

test('intervals of normal ratings hold what they should', () => {
  const draw = normal(createRandom(1, 'coverage'));
  const count = 20_000;
  const predictions = new Float32Array(count).fill(3);
  const truths = Float32Array.from({ length: count }, () => 3 + 0.2 * draw());
  const none = new Int32Array(count);
  const predicted = { users: none, movies: none, truths, predictions };
  const { half, ninety } = coverageOf(predicted, new Float32Array(count).fill(0.2), SCALE);
  expect(half).toBeCloseTo(0.5, 2);
  expect(ninety).toBeCloseTo(0.9, 2);
  // Twice as sure as it should be.
  expect(coverageOf(predicted, new Float32Array(count).fill(0.1), SCALE).ninety).toBeCloseTo(0.59, 2);
});

test('an interval beyond an end of the scale holds that end', () => {
  const one = new Int32Array(1);
  const predicted = { users: one, movies: one, truths: Float32Array.of(5), predictions: Float32Array.of(5.6) };
  expect(coverageOf(predicted, Float32Array.of(0.1), SCALE)).toEqual({ half: 1, ninety: 1, ratings: 1 });
});

test('what samples differ in and the noise add up as variances', () => expect(ratingDeviation(3, 4)).toBe(5));
