import { describe, expect, test } from 'vitest';
import type { Graph } from '../../../models/graph.ts';
import { parityCase, parityOptions } from '../../parity.ts';
import { cutByColumn } from './by-column.ts';
import { withoutDropout } from './rewrite.ts';
import { splitDense } from './split-dense.ts';

const cut = (graph: Graph) => cutByColumn(splitDense(withoutDropout(graph)).graph);
const graphOf = (overrides: Parameters<typeof parityCase>[1]) => parityOptions(parityCase('', overrides)).graph;
const kinds = (nodes: Graph['nodes']) => nodes.map(({ kind }) => kind);

describe('cutByColumn', () => {
  test('leaves the pairs of an MLP with one addition in the place of its first layer', () => {
    const { columns, pairs } = cut(graphOf({ model: 'mlp', hidden: [8, 4], dropout: 0.2, output: 'raw' }));
    expect(columns.map(({ column, nodes }) => [column, kinds(nodes)])).toEqual([
      ['user', ['embedding', 'dense']],
      ['movie', ['embedding', 'dense']],
    ]);
    expect(kinds(pairs.nodes)).toEqual(['embedding', 'embedding', 'add', 'activation', 'dense', 'activation', 'dense']);
  });

  test('adds up bags and projects vectors once for each user', () => {
    const { columns, pairs } = cut(
      graphOf({ ratedSet: true, demographics: true, biases: false, userFactors: 5, movieFactors: 3, output: 'raw' }),
    );
    expect(columns.map(({ column, nodes }) => [column, kinds(nodes)])).toEqual([
      ['user', ['embedding', 'bag', 'bag', 'add', 'dense']],
    ]);
    expect(kinds(pairs.nodes)).toEqual(['embedding', 'embedding', 'dot']);
  });

  test('has nothing to work out for a dot product and biases', () => {
    const graph = graphOf({});
    expect(cut(graph)).toEqual({ columns: [], pairs: graph, results: [] });
  });
});
