import { expect, it } from 'vitest';
import type { Graph } from '../../models/graph.ts';
import { parameterCount } from '../../models/graph.ts';
import { layersOf } from './layers.ts';

const embedding = { kind: 'embedding', initializer: { kind: 'zeros' }, l2: 0 } as const;
const GRAPH: Graph = {
  nodes: [
    { ...embedding, name: 'user_factors', of: 'user', rows: 10, width: 4 },
    { ...embedding, name: 'movie_factors', of: 'movie', rows: 20, width: 3 },
    { kind: 'concat', name: 'side_by_side', inputs: ['user_factors', 'movie_factors'] },
    { kind: 'dense', name: 'score', input: 'side_by_side', width: 1, useBias: true, initializer: { kind: 'zeros' } },
  ],
};

it('counts kernel and bias of a layer together, and all layers make up the model', () => {
  const layers = layersOf(GRAPH);
  expect(layers.map(({ shape, parameters }) => [shape, parameters])).toEqual([
    ['(batch, 4)', 40],
    ['(batch, 3)', 60],
    ['(batch, 7)', 0],
    ['(batch, 1)', 8],
  ]);
  expect(layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(parameterCount(GRAPH));
});
