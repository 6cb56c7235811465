import { expect, it } from 'vitest';
import type { Graph } from '../../models/graph.ts';
import { sizesOf } from './sizes.ts';

const embedding = { kind: 'embedding', initializer: { kind: 'zeros' }, l2: 0 } as const;
const dense = { kind: 'dense', useBias: true, initializer: { kind: 'zeros' } } as const;

it('names what is trained as the formulas do, with the sizes as they stand', () => {
  const graph: Graph = {
    nodes: [
      { ...embedding, name: 'user_factors', of: 'user', rows: 10, width: 4 },
      { ...embedding, name: 'movie_factors', of: 'movie', rows: 20, width: 4 },
      { ...embedding, name: 'user_bias', of: 'user', rows: 10, width: 1 },
      { kind: 'concat', name: 'side_by_side', inputs: ['user_factors', 'movie_factors', 'user_bias'] },
      { ...dense, name: 'dense_1', input: 'side_by_side', width: 6 },
      { ...dense, name: 'score', input: 'dense_1', width: 1 },
    ],
  };
  expect(sizesOf(graph)).toBe(
    'p_u, q_i \\in \\mathbb{R}^{4}, \\quad b_u \\in \\mathbb{R}, \\quad W_{1} \\in \\mathbb{R}^{9 \\times 6}, \\quad w \\in \\mathbb{R}^{6}',
  );
});
