import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { nearest } from './nearest.ts';
import { nearestLists } from './nearest-lists.ts';
import { vectorAt } from './vector-table.ts';

const ROWS = 60;
const WIDTH = 5;
const random = createRandom(2, 'nearest');
// Small whole numbers, so that many values are equal; row 7 is of zeros.
const values = Float32Array.from({ length: ROWS * WIDTH }, (_, at) =>
  Math.floor(at / WIDTH) === 7 ? 0 : Math.floor(5 * random.next()) - 2,
);
const table = { values, rows: ROWS, width: WIDTH };
const numbers = (row: number): number[] => [...vectorAt(table, row)];
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const length = (a: readonly number[]): number => Math.sqrt(dot(a, a));

const MEASURES = {
  dot,
  cosine: (a: readonly number[], b: readonly number[]): number => dot(b, a) / (length(a) * length(b)),
} as const;

describe.each(['dot', 'cosine'] as const)('the nearest by %s', (by) => {
  test.each([0, 3, 7, 59])('of row %i are those of brute force, ties by row', (row) => {
    const excluded = Uint8Array.from({ length: ROWS }, (_, other) => (other === row || other % 11 === 0 ? 1 : 0));
    const slow = Array.from({ length: ROWS }, (_, other) => ({ row: other, value: MEASURES[by](numbers(row), numbers(other)) }))
      .filter((found) => excluded[found.row] === 0 && !Number.isNaN(found.value))
      .sort((a, b) => b.value - a.value || a.row - b.row)
      .slice(0, 12);
    expect(nearest(table, vectorAt(table, row), { by, count: 12, excluded })).toEqual(slow);
  });
});

test('the nearest lists of all rows have the values of brute force', () => {
  const work = nearestLists(table, 6);
  let next = work.next();
  while (!next.done) next = work.next();
  const { counts, values: found } = next.value;
  expect([...counts]).toEqual(new Array(ROWS).fill(6));
  for (let row = 0; row < ROWS; row++) {
    const cosineWith = (other: number): number => MEASURES.cosine(numbers(row), numbers(other)) || 0;
    const slow = Array.from({ length: ROWS }, (_, other) => other)
      .filter((other) => other !== row)
      .map((other) => 1 + cosineWith(other))
      .sort((a, b) => b - a)
      .slice(0, 6);
    for (const [at, value] of slow.entries()) expect(found[row * 6 + at]).toBeCloseTo(value, 5);
  }
});
