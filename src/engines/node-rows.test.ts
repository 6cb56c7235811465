import { describe, expect, test } from 'vitest';
import { NO_FEATURES } from '../core/features.ts';
import { resolve } from '../core/settings/defaults.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { meetingNodes, rowsOfNode } from '../models/node-rows.ts';
import { networkOf } from '../models/registry.ts';
import { inspectPair } from './inspect.ts';

const CONTEXT = {
  users: 3,
  movies: 4,
  scale: { min: 1, max: 5, step: 1 },
  stars: { mean: 3, deviation: 1 },
  target: { offset: 0, scale: 1 },
  features: { ...NO_FEATURES, genres: 2 },
};
const LISTS = { genres: { offsets: Int32Array.of(0, 1, 3, 3, 4), rows: Int32Array.of(0, 0, 1, 1) } };
const ONES = (length: number) => Float32Array.from({ length }, (_, at) => 0.1 * at - 0.3);

describe.each([
  ['dot', { model: 'dot', listWeight: 0 }],
  ['dot with genres', { model: 'dot', listWeight: 0, genres: true }],
  ['dot of two sizes', { model: 'dot', listWeight: 0, userFactors: 3, movieFactors: 2 }],
  ['MLP with genres', { model: 'mlp', genres: true }],
  ['hybrid', { model: 'hybrid' }],
] as const)('%s', (_, overrides) => {
  const configuration = resolve({ userFactors: 2, movieFactors: 2, ...overrides });
  const graph = networkOf(configuration).build(configuration, CONTEXT);
  const drawn = initialWeights(graph, 1);
  const weights = Object.fromEntries(Object.entries(drawn).map(([name, table]) => [name, ONES(table.length)]));
  const nodes = meetingNodes(graph);

  test.each(['user', 'movie'] as const)('the embedding of a %s is what the reference computes at that node', (of) => {
    const name = nodes?.[of] as string;
    const { values, rows, width } = rowsOfNode(graph, weights, LISTS, name);
    expect(rows).toBe(of === 'user' ? 3 : 4);
    for (let row = 0; row < rows; row++) {
      const pair = { user: of === 'user' ? row : 0, movie: of === 'movie' ? row : 0, when: undefined };
      const view = inspectPair(graph, weights, pair, 3, LISTS);
      const output = view.layers.find(({ node }) => node.name === name)?.values as Float64Array;
      expect([...values.subarray(row * width, (row + 1) * width)]).toEqual(
        Array.from(output, (value) => expect.closeTo(value, 5)),
      );
    }
  });
});

test('what is no embedding is refused', () => {
  const configuration = resolve({ model: 'mlp' });
  const graph = networkOf(configuration).build(configuration, CONTEXT);
  expect(() => rowsOfNode(graph, initialWeights(graph, 1), {}, 'score')).toThrow('not an embedding');
});
