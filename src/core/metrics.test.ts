import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mae, rmse } from './metrics.ts';

test('RMSE is the root of the mean squared difference, MAE the mean of the absolute ones', () => {
  const [predictions, truths] = [Float32Array.of(1, 4, 3), Float32Array.of(1, 2, 7)];
  expect(rmse(predictions, truths)).toBeCloseTo(Math.sqrt(20 / 3), 12);
  expect(mae(predictions, truths)).toBeCloseTo(2, 12);
});

test('a constant error is its own RMSE and MAE, whatever its sign', () => {
  const eighths = fc.integer({ min: -800, max: 800 }).map((n) => n / 8);
  fc.assert(
    fc.property(fc.array(eighths, { minLength: 1 }), eighths, (truths, error) => {
      const predictions = Float32Array.from(truths, (truth) => truth + error);
      for (const metric of [rmse, mae]) {
        expect(metric(predictions, Float32Array.from(truths))).toBeCloseTo(Math.abs(error), 9);
      }
    }),
  );
});

test.each([rmse, mae])('nothing, or columns of different length, is a RangeError', (metric) => {
  expect(() => metric(new Float32Array(), new Float32Array())).toThrow(RangeError);
  expect(() => metric(new Float32Array(2), new Float32Array(3))).toThrow(RangeError);
});

test.each([rmse, mae])('one prediction that is not a number shows', (metric) => {
  expect(metric(Float32Array.of(1, Number.NaN), Float32Array.of(1, 2))).toBeNaN();
});
