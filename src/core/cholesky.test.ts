import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSquare, dot, factorise, solve } from './cholesky.ts';

const number = fc.double({ min: -3, max: 3, noNaN: true });

test('solves what a sum of squares and a ridge make', () => {
  const vectors = fc
    .integer({ min: 1, max: 9 })
    .chain((n) => fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 12 }));
  fc.assert(
    fc.property(vectors, (rows) => {
      const n = (rows[0] as number[]).length;
      const [matrix, whole] = [new Float64Array(n * n), new Float64Array(n * n)];
      for (const row of rows) {
        addSquare(matrix, row, 0.5);
        row.forEach((a, i) => {
          row.forEach((b, j) => {
            whole[i * n + j] = (whole[i * n + j] as number) + 0.5 * a * b;
          });
        });
      }
      for (let i = 0; i < n; i++) for (const each of [matrix, whole]) each[i * (n + 1)] = (each[i * (n + 1)] as number) + 1;
      const wanted = Float64Array.from({ length: n }, (_, i) => i - 2);
      const b = wanted.map((_, i) => dot(whole.subarray(i * n, (i + 1) * n), wanted));
      expect(factorise(matrix, n)).toBe(true);
      solve(matrix, b).forEach((value, i) => {
        expect(value).toBeCloseTo(wanted[i] as number, 8);
      });
    }),
  );
});

test('a matrix that is not positive definite has no factor', () => {
  expect(factorise(Float64Array.of(1, 0, 2, 4), 2)).toBe(false);
});
