import { describe, expect, test } from 'vitest';
import { type Graph, inputsOf, type Node, parameterCount, parametersOf, widthsOf } from './graph.ts';

const NORMAL = { kind: 'normal', deviation: 0.1 } as const;
const user: Node = { kind: 'embedding', name: 'user', of: 'user', rows: 7, width: 3, initializer: NORMAL, l2: 0 };
const movie: Node = { ...user, name: 'movie', of: 'movie', rows: 11, width: 5 };
const dense = (name: string, input: string, width: number, useBias = true): Node => ({
  kind: 'dense',
  name,
  input,
  width,
  useBias,
  initializer: { kind: 'glorot-uniform' },
});
const WHOLE: Graph = {
  nodes: [
    user,
    movie,
    { kind: 'concat', name: 'both', inputs: ['user', 'movie', 'user'] },
    dense('hidden', 'both', 4),
    { kind: 'activation', name: 'active', input: 'hidden', activation: 'relu' },
    { kind: 'dropout', name: 'dropped', input: 'active', rate: 0.5 },
    dense('narrow', 'movie', 3, false),
    { kind: 'dot', name: 'match', inputs: ['user', 'narrow'] },
    dense('score', 'dropped', 1),
    { kind: 'add', name: 'sum', inputs: ['match', 'score'] },
    { kind: 'scale', name: 'rating', input: 'sum', factor: 2, offset: 1 },
  ],
};

test('every node has the width that its kind gives it', () => {
  expect(Object.fromEntries(widthsOf(WHOLE))).toEqual({
    user: 3,
    movie: 5,
    both: 11,
    hidden: 4,
    active: 4,
    dropped: 4,
    narrow: 3,
    match: 1,
    score: 1,
    sum: 1,
    rating: 1,
  });
});

test('the parameters are the tables of embeddings and dense layers, in node order', () => {
  expect(parametersOf(WHOLE).map(({ name, rows, columns }) => [name, rows, columns])).toEqual([
    ['user/embeddings', 7, 3],
    ['movie/embeddings', 11, 5],
    ['hidden/kernel', 11, 4],
    ['hidden/bias', 1, 4],
    ['narrow/kernel', 5, 3],
    ['score/kernel', 4, 1],
    ['score/bias', 1, 1],
  ]);
  expect(parameterCount(WHOLE)).toBe(21 + 55 + 44 + 4 + 15 + 4 + 1);
});

test('biases of dense layers start at zero, the rest as the node says', () => {
  const byName = new Map(parametersOf(WHOLE).map(({ name, initializer }) => [name, initializer]));
  expect(byName.get('user/embeddings')).toEqual(NORMAL);
  expect(byName.get('hidden/kernel')).toEqual({ kind: 'glorot-uniform' });
  expect(byName.get('hidden/bias')).toEqual({ kind: 'zeros' });
});

test('a node names what it reads', () => {
  expect(WHOLE.nodes.map(inputsOf).map((inputs) => inputs.length)).toEqual([0, 0, 3, 1, 1, 1, 1, 2, 1, 2, 1]);
});

describe('a graph that does not fit together is a RangeError that names the node', () => {
  test.each<readonly [string, readonly Node[], string]>([
    ['no nodes', [], 'The last node must have width 1'],
    ['a wide end', [user], 'The last node must have width 1'],
    ['one name twice', [user, user], 'Two nodes are named "user"'],
    ['a missing input', [dense('score', 'user', 1)], '"score" reads "user" before it exists'],
    ['an input that comes later', [dense('score', 'user', 1), user], '"score" reads "user" before it exists'],
    ['a node that reads itself', [dense('score', 'score', 1)], '"score" reads "score" before it exists'],
    [
      'a dot of different widths',
      [user, movie, { kind: 'dot', name: 'match', inputs: ['user', 'movie'] }],
      '"match" needs two or more inputs of equal width, not 3, 5',
    ],
    [
      'a sum of different widths',
      [user, movie, { kind: 'add', name: 'sum', inputs: ['user', 'user', 'movie'] }],
      '"sum" needs two or more inputs of equal width, not 3, 3, 5',
    ],
    [
      'a sum of one',
      [user, { kind: 'add', name: 'sum', inputs: ['user'] }],
      '"sum" needs two or more inputs of equal width, not 3',
    ],
    ['a layer without columns', [user, dense('score', 'user', 0)], '"score" has no columns'],
    ['a width that is no number', [user, dense('score', 'user', Number.NaN)], '"score" has no columns'],
    ['an embedding without columns', [{ ...user, width: 0 }], '"user" has no columns'],
    [
      'a concatenation of nothing',
      [{ kind: 'concat', name: 'both', inputs: [] }, dense('score', 'both', 1)],
      '"both" has no inputs',
    ],
  ])('%s', (_, nodes, message) => {
    expect(() => widthsOf({ nodes })).toThrow(RangeError);
    expect(() => parametersOf({ nodes })).toThrow(message);
  });
});
