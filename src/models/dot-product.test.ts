import { describe, expect, test } from 'vitest';
import type { Configuration } from '../core/hyperparameters.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { createTarget, type TargetName, toStars } from '../core/target.ts';
import { dotProduct } from './dot-product.ts';
import type { Node } from './graph.ts';
import { type ModelContext, SIGMOID_MARGIN, sigmoidRange } from './model.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const STARS = { mean: 3.54, deviation: 1.06 };
const TARGETS: readonly TargetName[] = ['raw', 'min-max', 'standardised'];

const PLAIN = { biases: true, output: 'raw', userFactors: 4, movieFactors: 4 } as const;

const contextOf = (target: TargetName): ModelContext => ({
  users: 4,
  movies: 6,
  scale: SCALE,
  stars: STARS,
  target: createTarget(target, SCALE, STARS),
});
const nodesOf = (overrides: Partial<Configuration>, context = contextOf('raw')): readonly Node[] =>
  dotProduct.build({ ...DEFAULTS.dot, ...PLAIN, ...overrides }, context).nodes;
const kindsOf = (overrides: Partial<Configuration>) => nodesOf(overrides).map(({ kind, name }) => `${kind} ${name}`);

describe('layers', () => {
  test('plain: two tables and a dot product', () => {
    expect(kindsOf({ biases: false })).toEqual(['embedding user_factors', 'embedding movie_factors', 'dot match']);
  });

  test('different sizes: the users are mapped to the size of the movies', () => {
    const [, , projection, match] = nodesOf({ biases: false, userFactors: 8, movieFactors: 3 });
    expect(projection).toMatchObject({ kind: 'dense', input: 'user_factors', width: 3, useBias: false });
    expect(match).toMatchObject({ kind: 'dot', inputs: ['user_projection', 'movie_factors'] });
  });

  test('biases and sigmoid come after the dot product', () => {
    expect(kindsOf({ output: 'sigmoid' }).slice(2)).toEqual([
      'dot match',
      'embedding user_bias',
      'embedding movie_bias',
      'add sum',
      'scale centred',
      'activation squeezed',
      'scale rating',
    ]);
  });

  test('factors and biases have their own L2; biases start at zero', () => {
    const tables = nodesOf({ l2: 0.3, biasL2: 0.07 }).filter((node) => node.kind === 'embedding');
    expect(tables.map(({ name, l2 }) => [name, l2])).toEqual([
      ['user_factors', 0.3],
      ['movie_factors', 0.3],
      ['user_bias', 0.07],
      ['movie_bias', 0.07],
    ]);
    expect(tables.slice(2).every(({ initializer }) => initializer.kind === 'zeros')).toBe(true);
  });
});

/** What the constant nodes after the sum make of a sum, in stars. */
function starsOf(nodes: readonly Node[], sum: number, context: ModelContext): number {
  let value = sum;
  for (const node of nodes) {
    if (node.kind === 'scale') value = node.factor * value + node.offset;
    if (node.kind === 'activation') value = 1 / (1 + Math.exp(-value));
  }
  return toStars(value, context.target);
}

describe.each(TARGETS)('target %s', (target) => {
  const context = contextOf(target);

  test.each(['raw', 'sigmoid'] as const)('with %s output and nothing learned yet, the prediction is the mean', (output) => {
    expect(starsOf(nodesOf({ output }, context), 0, context)).toBeCloseTo(STARS.mean, 9);
  });

  test('a sigmoid output fills the rating scale and a margin, and no more', () => {
    const nodes = nodesOf({ output: 'sigmoid' }, context);
    expect(starsOf(nodes, -1e9, context)).toBeCloseTo(SCALE.min - SIGMOID_MARGIN, 9);
    expect(starsOf(nodes, 1e9, context)).toBeCloseTo(SCALE.max + SIGMOID_MARGIN, 9);
  });

  test('the range of the sigmoid is in target units', () => {
    const { low, high } = sigmoidRange(context);
    expect([low, high].map((z) => toStars(z, context.target))).toEqual([expect.closeTo(0.25, 9), expect.closeTo(5.25, 9)]);
  });
});

test('where all ratings are equal the constants stay finite', () => {
  const scale = { min: 3, max: 3, step: 1 };
  for (const target of TARGETS) {
    const stars = { mean: 3, deviation: 0 };
    const context = { ...contextOf('raw'), scale, stars, target: createTarget(target, scale, stars) };
    expect(starsOf(nodesOf({ output: 'sigmoid' }, context), 0, context)).toBeCloseTo(3, 9);
  }
});
