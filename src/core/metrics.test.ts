import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rmse } from './metrics.ts';

test('is the root of the mean squared difference', () => {
  expect(rmse(Float32Array.of(1, 2, 3), Float32Array.of(1, 4, 7))).toBeCloseTo(Math.sqrt(20 / 3), 12);
});

test('a constant error is its own RMSE, whatever its sign', () => {
  const eighths = fc.integer({ min: -800, max: 800 }).map((n) => n / 8);
  fc.assert(
    fc.property(fc.array(eighths, { minLength: 1 }), eighths, (truths, error) => {
      const predictions = Float32Array.from(truths, (truth) => truth + error);
      expect(rmse(predictions, Float32Array.from(truths))).toBeCloseTo(Math.abs(error), 9);
    }),
  );
});

test('nothing, or columns of different length, is a RangeError', () => {
  expect(() => rmse(new Float32Array(), new Float32Array())).toThrow(RangeError);
  expect(() => rmse(new Float32Array(2), new Float32Array(3))).toThrow(RangeError);
});

test('one prediction that is not a number shows', () => {
  expect(rmse(Float32Array.of(1, Number.NaN), Float32Array.of(1, 2))).toBeNaN();
});
