import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../core/hyperparameters.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { createTarget } from '../../../core/target.ts';
import { allNodes, type Graph, parameterCount } from '../../../models/graph.ts';
import { networkOf } from '../../../models/registry.ts';
import { boxesOf } from './boxes.ts';
import { formulaOf } from './formula-of.ts';

const scale = { min: 0.5, max: 5, step: 0.5 };
const stars = { mean: 3.5, deviation: 1 };

function graphOf(overrides: Partial<Configuration>): Graph {
  const configuration = resolve({ listWeight: 0, ...overrides });
  const target = createTarget(configuration.target, scale, stars);
  return networkOf(configuration).build(configuration, { users: 671, movies: 9066, scale, stars, target });
}

describe('boxesOf', () => {
  it('puts every node into one box, all parameters counted, each box after what it reads', () => {
    for (const overrides of [{}, { userFactors: 8 }, { output: 'sigmoid' }, { model: 'mlp', hidden: [8, 4] }] as const) {
      const graph = graphOf(overrides);
      const boxes = boxesOf(graph);
      expect(boxes.flatMap(({ nodes }) => nodes.map(({ name }) => name)).toSorted()).toEqual(
        graph.nodes.map(({ name }) => name).toSorted(),
      );
      expect(boxes.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(parameterCount(graph));
      const seen = new Set<string>();
      for (const { id, inputs } of boxes) {
        for (const input of inputs) expect(seen).toContain(input);
        seen.add(id);
      }
    }
  });

  it('has a box for each of two answers', () => {
    const graph = graphOf({ listWeight: 0.5 });
    const boxes = boxesOf(graph);
    expect(boxes.flatMap(({ nodes }) => nodes)).toHaveLength(allNodes(graph).length);
    expect(boxes.flatMap(({ title, answer }) => (answer ? [[title, answer]] : []))).toEqual([
      ['Sum', 'prediction'],
      ['List score', 'list'],
    ]);
    expect(boxes.find(({ title }) => title === 'List gain')).toMatchObject({ details: ['× 50 gains'], parameters: 50 });
  });

  it('says what a table and a layer are, with their sizes', () => {
    const boxes = new Map(boxesOf(graphOf({ model: 'mlp', dropout: 0.2 })).map((box) => [box.title, box]));
    expect(boxes.get('User factors')).toMatchObject({ details: ['Table 671 × 50'], shape: '(batch, 50)', parameters: 33_550 });
    expect(boxes.get('User factors')?.inputs).toEqual(['input user']);
    expect(boxes.get('Dense 1')?.details).toEqual(['Dense 100 × 64 + bias', 'ReLU', 'Dropout 20 %']);
    expect(boxes.get('Dense 1')?.parameters).toBe(6464);
  });

  it('joins what only reshapes a layer to it, unless somebody else reads that layer too', () => {
    const titles = boxesOf(graphOf({})).map(({ title }) => title);
    expect(titles).toEqual(['User ID', 'Movie ID', 'User factors', 'Movie factors', 'Match', 'User bias', 'Movie bias', 'Sum']);
    const graph = graphOf({});
    const shared: Graph = { nodes: [...graph.nodes, { kind: 'add', name: 'twice', inputs: ['sum', 'centred'] }] };
    expect(boxesOf(shared).map(({ title }) => title)).toContain('Centred');
  });
});

describe('formulaOf', () => {
  it('writes what a box computes with the sizes as they stand', () => {
    const graph = graphOf({ output: 'sigmoid' });
    const formula = (title: string) => {
      const box = boxesOf(graph).find((one) => one.title === title);
      return box && formulaOf(box, graph);
    };
    expect(formula('Match')).toBe('\\text{match} = \\sum_{d=1}^{50} \\text{user factors}_d \\cdot \\text{movie factors}_d');
    expect(formula('Sum')).toContain('\\sigma');
    expect(formula('Movie factors')).toContain('\\mathbb{R}^{9066 \\times 50}');
    expect(formula('User ID')).toBeNull();
  });
});
