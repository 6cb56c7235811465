import { expect, test } from 'vitest';
import { resolve } from '../core/settings/defaults.ts';
import { initialWeights } from './initial-weights.ts';
import { networkOf } from './registry.ts';
import { clearUnseenRows } from './unseen-rows.ts';

const SEEN = { users: Uint8Array.of(1, 0, 1), movies: Uint8Array.of(0, 1) };
const CONTEXT = {
  users: 3,
  movies: 2,
  scale: { min: 1, max: 5, step: 1 },
  stars: { mean: 3.5, deviation: 1 },
  target: { offset: 0, scale: 1 },
};
const WIDTH = 4;

const rowsOf = (table: Float32Array | undefined): readonly (readonly number[])[] =>
  Array.from({ length: (table as Float32Array).length / WIDTH }, (_, row) => [
    ...(table as Float32Array).subarray(row * WIDTH, (row + 1) * WIDTH),
  ]);
const isZero = (row: readonly number[]): boolean => row.every((value) => value === 0);

test.each(['dot', 'mlp', 'hybrid'] as const)('rows of %s without a training rating are zero, the others as drawn', (model) => {
  const configuration = resolve({ model, userFactors: WIDTH, movieFactors: WIDTH });
  const graph = networkOf(configuration).build(configuration, CONTEXT);
  const drawn = initialWeights(graph, 1);
  const weights = clearUnseenRows(graph, drawn, SEEN);
  const tables = Object.keys(drawn).filter((name) => name.endsWith('_factors/embeddings'));
  expect(tables).toHaveLength(model === 'hybrid' ? 4 : 2);
  for (const name of tables) {
    const seen = SEEN[name.includes('user') ? 'users' : 'movies'];
    const before = rowsOf(drawn[name]);
    rowsOf(weights[name]).forEach((row, at) => {
      expect(isZero(before[at] as readonly number[])).toBe(false);
      expect(row).toEqual(seen[at] === 1 ? before[at] : [0, 0, 0, 0]);
    });
  }
  for (const name of Object.keys(drawn).filter((name) => !name.includes('embeddings'))) expect(weights[name]).toBe(drawn[name]);
});
