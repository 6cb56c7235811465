import { describe, expect, test } from 'vitest';
import type { Graph, Initializer } from './graph.ts';
import { initialWeights } from './initial-weights.ts';

const graphOf = (initializer: Initializer, rows = 500, width = 80): Graph => ({
  nodes: [
    { kind: 'embedding', name: 'table', of: 'user', rows, width, initializer, l2: 0 },
    { kind: 'dense', name: 'score', input: 'table', width: 1, useBias: true, initializer },
  ],
});
const tableOf = (initializer: Initializer, seed = 1): Float32Array =>
  initialWeights(graphOf(initializer), seed)['table/embeddings'] as Float32Array;

const moment = (values: Float32Array, power: number): number =>
  values.reduce((sum, value) => sum + value ** power, 0) / values.length;

test('there is a table of the right size for every parameter', () => {
  const weights = initialWeights(graphOf({ kind: 'zeros' }, 3, 4), 1);
  expect(Object.entries(weights).map(([name, { length }]) => [name, length])).toEqual([
    ['table/embeddings', 12],
    ['score/kernel', 4],
    ['score/bias', 1],
  ]);
});

test('normal tables have mean 0 and the given deviation', () => {
  const table = tableOf({ kind: 'normal', deviation: 0.05 });
  expect(Math.abs(moment(table, 1))).toBeLessThan((5 * 0.05) / Math.sqrt(40_000));
  expect(Math.abs(moment(table, 2) / 0.0025 - 1)).toBeLessThan(5 * Math.sqrt(2 / 40_000));
  expect(Math.abs(moment(table, 4) / 0.0025 ** 2 - 3)).toBeLessThan(5 * Math.sqrt(96 / 40_000));
});

test('Glorot tables are uniform within ± √(6 / (rows + columns))', () => {
  const table = tableOf({ kind: 'glorot-uniform' });
  const limit = Math.sqrt(6 / 580);
  const largest = table.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  expect(largest).toBeLessThanOrEqual(limit);
  expect(largest).toBeGreaterThan(limit * 0.999);
  expect(Math.abs(moment(table, 1))).toBeLessThan(5 * Math.sqrt(limit ** 2 / 3 / 40_000));
  expect(Math.abs(moment(table, 2) / (limit ** 2 / 3) - 1)).toBeLessThan(5 * Math.sqrt(0.8 / 40_000));
});

test('zero tables and the biases of dense layers are zero', () => {
  expect(tableOf({ kind: 'zeros' }).every((value) => value === 0)).toBe(true);
  expect(initialWeights(graphOf({ kind: 'normal', deviation: 1 }), 1)['score/bias']).toEqual(Float32Array.of(0));
});

describe('seeds', () => {
  const NORMAL = { kind: 'normal', deviation: 0.05 } as const;

  test('the same seed gives the same weights, another seed others', () => {
    expect(tableOf(NORMAL, 3)).toEqual(tableOf(NORMAL, 3));
    expect(tableOf(NORMAL, 3)).not.toEqual(tableOf(NORMAL, 4));
  });

  test('a table does not depend on what else the graph has', () => {
    const [table, ...others] = graphOf(NORMAL).nodes as [Graph['nodes'][number], ...Graph['nodes'][number][]];
    const added = { ...table, name: 'other' } as Graph['nodes'][number];
    const weights = initialWeights({ nodes: [added, table, ...others] }, 3);
    expect(weights['table/embeddings']).toEqual(tableOf(NORMAL, 3));
    expect(weights['other/embeddings']).not.toEqual(weights['table/embeddings']);
  });
});
