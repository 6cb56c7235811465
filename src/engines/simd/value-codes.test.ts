import { expect, test } from 'vitest';
import { codeValues } from './value-codes.ts';

test('values are numbered as they come, over all pieces, and found again', () => {
  const codes = codeValues([Float32Array.of(3.5, 4, 3.5), new Float32Array(), Float32Array.of(0.1, 4, -0, 0)]);
  expect([...(codes?.values ?? [])]).toEqual([3.5, 4, Math.fround(0.1), -0, 0]);
  expect([3.5, 4, Math.fround(0.1), -0, 0].map((value) => codes?.codeOf(value))).toEqual([0, 1, 2, 3, 4]);
});

test('256 values have codes, and more have none', () => {
  const values = Float32Array.from({ length: 256 }, (_, i) => i / 7);
  const codes = codeValues([values, values]);
  expect(Array.from(values, (value) => codes?.codeOf(value))).toEqual([...values.keys()]);
  expect(codeValues([values, Float32Array.of(-1)])).toBeNull();
});
