import { describe, expect, test } from 'vitest';
import { studentT } from './student-t.ts';

/** From the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values. */
const PUBLISHED: readonly (readonly [degrees: number, t90: number, t95: number, t99: number])[] = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [3, 2.353, 3.182, 5.841],
  [4, 2.132, 2.776, 4.604],
  [5, 2.015, 2.571, 4.032],
  [6, 1.943, 2.447, 3.707],
  [9, 1.833, 2.262, 3.25],
  [10, 1.812, 2.228, 3.169],
  [19, 1.729, 2.093, 2.861],
  [30, 1.697, 2.042, 2.75],
  [100, 1.66, 1.984, 2.626],
];

describe.each(PUBLISHED)('with %i degrees of freedom', (degrees, t90, t95, t99) => {
  test.each([
    [0.9, t90],
    [0.95, t95],
    [0.99, t99],
  ])('%f lies within what tables say', (probability, t) => {
    expect(studentT(probability, degrees)).toBeCloseTo(t, 3);
  });
});

test('one degree is the Cauchy distribution', () => {
  for (const share of [0.1, 0.5, 0.8]) expect(studentT(share, 1)).toBeCloseTo(Math.tan((share * Math.PI) / 2), 10);
});

test('two degrees have a quantile in closed form', () => {
  for (const share of [0.1, 0.5, 0.95]) expect(studentT(share, 2)).toBeCloseTo(share * Math.sqrt(2 / (1 - share ** 2)), 10);
});

test('many degrees come to the normal distribution', () => {
  expect(studentT(0.95, 10_000)).toBeCloseTo(1.95996, 3);
});
