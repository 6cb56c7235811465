import { expect, test } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import { createRandom, normal } from '../../../core/random.ts';
import { moduleName } from '../host.ts';
import { symmetricMatrices } from './matrix.ts';

const create = symmetricMatrices(await (await createNodeHost(1)).loadModule(moduleName(1)));

/** XᵀX + ridge · I of rows of X that are drawn, in double precision. */
function gramOf(size: number, rows: number, ridge: number): Float64Array {
  const draw = normal(createRandom(size, 'gram'));
  const gram = new Float64Array(size * size);
  for (let row = 0; row < rows; row++) {
    const x = Float64Array.from({ length: size }, draw);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) gram[i * size + j] = (gram[i * size + j] as number) + (x[i] as number) * (x[j] as number);
  }
  for (let i = 0; i < size; i++) gram[i * size + i] = (gram[i * size + i] as number) + ridge;
  return gram;
}

function fill(size: number, gram: Float64Array) {
  const matrix = create(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) matrix.values[i * matrix.stride + j] = j < i ? Number.NaN : (gram[i * size + j] as number);
  }
  return matrix;
}

test.each([1, 7, 8, 13, 127, 128, 129, 200, 300])('inverts a matrix of %i rows, of which only the upper half is read', (size) => {
  const gram = gramOf(size, size + 20, 5);
  const matrix = fill(size, gram);
  const shares = [...matrix.invert()];
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let product = 0;
      for (let p = 0; p < size; p++) product -= (gram[i * size + p] as number) * (matrix.values[p * matrix.stride + j] as number);
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(2e-3);
    }
  }
});

test('says so where there is no inverse', () => {
  const matrix = fill(40, gramOf(40, 10, 0));
  expect(() => [...matrix.invert()]).toThrow(/singular/);
});
