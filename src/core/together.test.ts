import { expect, test } from 'vitest';
import { combineScores, standardiseRows } from './together.ts';

const SCORES = Float32Array.of(1, 2, 6, 5, 4, 0);

test('of two people the mean of each item, or the lower score', () => {
  expect([...combineScores(SCORES, 2, 'mean')]).toEqual([3, 3, 3]);
  expect([...combineScores(SCORES, 2, 'least')]).toEqual([1, 2, 0]);
  expect([...combineScores(SCORES, 1, 'mean')]).toEqual([...SCORES]);
});

test('standardised rows count alike, whatever their scale; a row without spread is 0', () => {
  const rows = standardiseRows(Float32Array.of(1, 2, 3, 110, 120, 130, 7, 7, 7), 3);
  const unit = Math.sqrt(1.5);
  expect([...rows.subarray(0, 3)].map((value) => Number(value.toFixed(5)))).toEqual(
    [-unit, 0, unit].map((value) => Number(value.toFixed(5))),
  );
  expect([...rows.subarray(3, 6)]).toEqual([...rows.subarray(0, 3)]);
  expect([...rows.subarray(6)]).toEqual([0, 0, 0]);
});
