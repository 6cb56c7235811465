import { describe, expect, test } from 'vitest';
import type { Configuration } from '../core/hyperparameters.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { type Node, parameterCount, parametersOf } from './graph.ts';
import { mlp } from './mlp.ts';

const SCALE = { min: 1, max: 5, step: 1 };
const CONTEXT = { users: 10, movies: 20, scale: SCALE, stars: { mean: 3, deviation: 1 }, target: { offset: 0, scale: 1 } };

const build = (overrides: Partial<Configuration>) => mlp.build({ ...DEFAULTS.mlp, ...overrides }, CONTEXT);
const kindsOf = (overrides: Partial<Configuration>) => build(overrides).nodes.map(({ kind, name }) => `${kind} ${name}`);

const SMALL = { userFactors: 3, movieFactors: 5, hidden: [4, 2], output: 'raw', dropout: 0 } as const;

test('the layers follow each other: dense, activation, dropout, for every hidden width', () => {
  expect(kindsOf({ hidden: [4, 2], dropout: 0.1, output: 'sigmoid' })).toEqual([
    'embedding user_factors',
    'embedding movie_factors',
    'concat side_by_side',
    'dense dense_1',
    'activation active_1',
    'dropout dropout_1',
    'dense dense_2',
    'activation active_2',
    'dropout dropout_2',
    'dense score',
    'activation squeezed',
    'scale rating',
  ]);
});

test('each layer reads the one before it', () => {
  const reads = (name: string) =>
    (build({ hidden: [4, 2], dropout: 0.1 }).nodes.find((node) => node.name === name) as Node & { input: string }).input;
  expect(['dense_1', 'active_1', 'dropout_1', 'dense_2', 'score'].map(reads)).toEqual([
    'side_by_side',
    'dense_1',
    'active_1',
    'dropout_1',
    'dropout_2',
  ]);
});

test('the tables have the shapes that a calculation by hand gives', () => {
  expect(parametersOf(build(SMALL)).map(({ name, rows, columns }) => `${name} ${rows} × ${columns}`)).toEqual([
    'user_factors/embeddings 10 × 3',
    'movie_factors/embeddings 20 × 5',
    'dense_1/kernel 8 × 4',
    'dense_1/bias 1 × 4',
    'dense_2/kernel 4 × 2',
    'dense_2/bias 1 × 2',
    'score/kernel 2 × 1',
    'score/bias 1 × 1',
  ]);
  expect(parameterCount(build(SMALL))).toBe(30 + 100 + 32 + 4 + 8 + 2 + 2 + 1);
});

describe('settings', () => {
  test('no dropout: no dropout layers', () => {
    expect(kindsOf({ dropout: 0 }).filter((kind) => kind.startsWith('dropout'))).toEqual([]);
  });

  test('no hidden layers: the embeddings go straight to the score', () => {
    expect(kindsOf({ ...SMALL, hidden: [] })).toEqual([
      'embedding user_factors',
      'embedding movie_factors',
      'concat side_by_side',
      'dense score',
    ]);
  });

  test('activation, dropout rate and L2 arrive in their layers', () => {
    const { nodes } = build({ hidden: [4], activation: 'sigmoid', dropout: 0.35, l2: 0.2, output: 'raw' });
    expect(nodes.flatMap((node) => (node.kind === 'activation' ? [node.activation] : []))).toEqual(['sigmoid']);
    expect(nodes.flatMap((node) => (node.kind === 'dropout' ? [node.rate] : []))).toEqual([0.35]);
    expect(nodes.flatMap((node) => (node.kind === 'embedding' ? [node.l2] : []))).toEqual([0.2, 0.2]);
  });
});
