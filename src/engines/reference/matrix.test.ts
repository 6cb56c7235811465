import { expect, test } from 'vitest';
import { type Matrix, multiply, transpose } from './matrix.ts';

const matrix = (rows: number, columns: number, ...values: number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

test('a product is rows times columns', () => {
  const a = matrix(2, 3, 1, 2, 3, 4, 5, 6);
  const b = matrix(3, 2, 7, 8, 9, 10, 11, 12);
  expect(multiply(a, b)).toEqual(matrix(2, 2, 58, 64, 139, 154));
});

test('a transpose turns rows into columns', () => {
  expect(transpose(matrix(2, 3, 1, 2, 3, 4, 5, 6))).toEqual(matrix(3, 2, 1, 4, 2, 5, 3, 6));
});
