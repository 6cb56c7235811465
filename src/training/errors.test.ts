import { expect, test } from 'vitest';
import { measureErrors, readPredictions } from './errors.ts';

const UNITS = { target: { offset: 3, scale: 2 }, scale: { min: 1, max: 5, step: 1 } };

test('stars are held to the scale before they are measured', () => {
  const predictions = readPredictions('squared', Float32Array.of(0, 1.5, -4, 1), UNITS);
  expect([...predictions]).toEqual([3, 5, 1, 5]);
  const errors = measureErrors('squared', predictions, Float32Array.of(3, 5, 2, 3));
  expect(errors).toEqual({ validationError: Math.sqrt(5 / 4), validationMae: 3 / 4, validationAuc: null });
});

test('scores are measured as they are', () => {
  const scores = Float32Array.of(9, 7, -8, 2);
  expect(readPredictions('bpr', scores, UNITS)).toBe(scores);
  expect(measureErrors('bpr', scores, new Float32Array(4)).validationAuc).toBe(0.5);
});
