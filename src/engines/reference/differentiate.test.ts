import { describe, expect, test } from 'vitest';
import { dropoutKey, fillDropoutMask } from '../../core/dropout.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { Lists, RowLists } from '../../core/lists.ts';
import { type LossName, reportedSum } from '../../core/loss.ts';
import { createRandom, normal } from '../../core/random.ts';
import { DEFAULTS } from '../../core/settings/tuned.ts';
import { createTarget } from '../../core/target.ts';
import { type BagNode, type Graph, type Node, parametersOf } from '../../models/graph.ts';
import { networkOf } from '../../models/registry.ts';
import { backward, type DropoutDraw, forward, type Inputs, type Parameters } from './differentiate.ts';
import type { Matrix } from './matrix.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const STARS = { mean: 3.5, deviation: 1 };
const FEATURES = { genres: 3, years: 2, demographics: 4, periods: 2, userPeriods: 2 };
const CONTEXT = {
  users: 5,
  movies: 4,
  scale: SCALE,
  stars: STARS,
  target: createTarget('raw', SCALE, STARS),
  features: FEATURES,
};

// Users and movies repeat, and one of each is never read.
const INPUTS: Inputs = {
  users: Int32Array.of(0, 1, 1, 3, 0, 1, 2, 3),
  movies: Int32Array.of(0, 0, 2, 3, 0, 2, 2, 0),
  when: { periods: Int32Array.of(0, 1, 0, 0, 1, 1, 1, 0), userPeriods: Int32Array.of(1, 2, 3, 6, 0, 2, 4, 5) },
  lists: {
    rated: { offsets: Int32Array.of(0, 1, 4, 4, 6, 8), rows: Int32Array.of(0, 1, 2, 2, 3, 0, 1, 1) },
    genres: { offsets: Int32Array.of(0, 2, 3, 3, 4), rows: Int32Array.of(0, 2, 2, 1) },
    year: { offsets: Int32Array.of(0, 1, 2, 3, 3), rows: Int32Array.of(1, 0, 0) },
    demographics: { offsets: Int32Array.of(0, 2, 4, 6, 8, 10), rows: Int32Array.of(0, 2, 1, 2, 0, 3, 1, 3, 0, 2) },
  },
};
const TARGETS = Float32Array.of(4, 2.5, 5, 1, 3, 0.5, 4.5, 2);
const DRAW: DropoutDraw = { seed: 3, step: 5 };

/** Numbers of size 0.5: far from where anything is small, flat or saturated. */
function drawParameters(graph: Graph): Parameters {
  const draw = normal(createRandom(11, 'gradients'));
  return new Map(
    parametersOf(graph).map(({ name, rows, columns }) => [
      name,
      { rows, columns, values: Float64Array.from({ length: rows * columns }, () => draw() / 2) },
    ]),
  );
}

function squaresInBags({ of, list }: BagNode, { columns, values }: Matrix): number {
  const { offsets, rows } = (INPUTS.lists as Lists)[list] as RowLists;
  let sum = 0;
  for (const entry of of === 'user' ? INPUTS.users : INPUTS.movies) {
    for (const row of rows.subarray(offsets[entry], offsets[entry + 1])) {
      for (const value of values.subarray(row * columns, (row + 1) * columns)) sum += value ** 2;
    }
  }
  return sum;
}

/** mean of what is reported, the squared error or BPR, + Σ λ · mean(Σ ‖row‖²), from the outputs of the forward pass alone. */
function lossOf(graph: Graph, parameters: Parameters, loss: LossName): number {
  const { outputs } = forward(graph, parameters, INPUTS, DRAW);
  const valuesOf = (node: Node): Float64Array => (outputs.get(node.name) as Matrix).values;
  const mean = (total: number): number => total / TARGETS.length;
  const errors = reportedSum(loss, valuesOf(graph.nodes.at(-1) as Node), TARGETS);
  const penalties = graph.nodes.map((node) => {
    if (node.kind === 'embedding') return node.l2 * mean(valuesOf(node).reduce((sum, value) => sum + value ** 2, 0));
    return node.kind === 'bag' ? node.l2 * mean(squaresInBags(node, parameters.get(`${node.name}/embeddings`) as Matrix)) : 0;
  });
  return mean(errors) + penalties.reduce((sum, value) => sum + value, 0);
}

/** Five-point central difference of the loss in one number of one table: exact but for terms of h⁴. */
function slopeOf(graph: Graph, parameters: Parameters, values: Float64Array, i: number, name: LossName): number {
  const h = 1e-3;
  const middle = values[i] as number;
  const at = (offset: number): number => {
    values[i] = middle + offset * h;
    const loss = lossOf(graph, parameters, name);
    values[i] = middle;
    return loss;
  };
  return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
}

/** Largest difference between the gradients and finite differences, relative to the largest gradient. */
function worstError(graph: Graph, loss: LossName = 'squared'): number {
  const parameters = drawParameters(graph);
  const gradients = backward(graph, parameters, INPUTS, TARGETS, forward(graph, parameters, INPUTS, DRAW), loss);
  let [worst, largest] = [0, 0];
  for (const [name, { values }] of parameters) {
    const gradient = (gradients.get(name) as Matrix).values;
    expect(gradient.length).toBe(values.length);
    gradient.forEach((value, i) => {
      worst = Math.max(worst, Math.abs(value - slopeOf(graph, parameters, values, i, loss)));
      largest = Math.max(largest, Math.abs(value));
    });
  }
  expect(largest).toBeGreaterThan(0.005);
  return worst / largest;
}

const SMALL = { userFactors: 3, movieFactors: 3, biases: true, output: 'raw', l2: 0, biasL2: 0 } as const;
const MLP = { ...SMALL, model: 'mlp', biases: false, hidden: [4, 3], activation: 'relu', dropout: 0 } as const;

const EVERY_FEATURE = {
  ratedSet: true,
  genres: true,
  releaseYear: true,
  ratingTime: true,
  userDrift: true,
  demographics: true,
  featureL2: 0.2,
  biasL2: 0.1,
} as const;

const CASES: readonly (readonly [string, Partial<Configuration>])[] = [
  ['dot', { ...SMALL, biases: false }],
  ['dot with L2', { ...SMALL, biases: false, l2: 0.3 }],
  ['dot + bias', SMALL],
  ['dot + bias with both L2', { ...SMALL, l2: 0.3, biasL2: 0.2 }],
  ['dot + bias, sigmoid', { ...SMALL, output: 'sigmoid', l2: 0.1 }],
  ['dot, sizes 4 → 2', { ...SMALL, userFactors: 4, movieFactors: 2, l2: 0.1 }],
  ['dot, sizes 2 → 4, no bias', { ...SMALL, userFactors: 2, movieFactors: 4, biases: false }],
  ['MLP, ReLU', MLP],
  ['MLP, sigmoid units', { ...MLP, activation: 'sigmoid' }],
  ['MLP, sigmoid output', { ...MLP, output: 'sigmoid' }],
  ['MLP with L2', { ...MLP, l2: 0.4 }],
  ['MLP with dropout', { ...MLP, dropout: 0.4 }],
  ['MLP with everything', { ...MLP, userFactors: 2, movieFactors: 5, dropout: 0.3, output: 'sigmoid', l2: 0.2 }],
  ['MLP without hidden layers', { ...MLP, hidden: [] }],
  ...(['ratedSet', 'genres', 'releaseYear', 'ratingTime', 'userDrift', 'demographics'] as const).map(
    (feature) => [`dot + ${feature}`, { ...SMALL, [feature]: true }] as const,
  ),
  ['dot of two sizes with every feature and L2', { ...SMALL, ...EVERY_FEATURE, movieFactors: 2 }],
  ['MLP with every feature and L2', { ...MLP, ...EVERY_FEATURE, activation: 'sigmoid' }],
  ['hybrid', { ...MLP, model: 'hybrid', biases: true, activation: 'sigmoid' }],
  ['hybrid with every feature and L2', { ...MLP, ...EVERY_FEATURE, model: 'hybrid', activation: 'sigmoid', dropout: 0.3 }],
];

const modelOf = (overrides: Partial<Configuration>): Graph => {
  const configuration = { ...DEFAULTS[overrides.model ?? 'dot'], ...overrides };
  return networkOf(configuration).build(configuration, CONTEXT);
};

describe('gradients equal finite differences', () => {
  test.each(CASES)('%s', (_, overrides) => {
    expect(worstError(modelOf(overrides))).toBeLessThan(1e-6);
  });

  test.each(CASES)('of BPR: %s', (_, overrides) => {
    expect(worstError(modelOf({ ...overrides, loss: 'bpr', output: 'raw' }), 'bpr')).toBeLessThan(1e-6);
  });

  const user: Node = {
    kind: 'embedding',
    name: 'user',
    of: 'user',
    rows: 5,
    width: 2,
    initializer: { kind: 'zeros' },
    l2: 0.1,
  };
  const movie: Node = { ...user, name: 'movie', of: 'movie', rows: 4 };

  test('a node that is read twice by another', () => {
    expect(worstError({ nodes: [user, { kind: 'dot', name: 'square', inputs: ['user', 'user'] }] })).toBeLessThan(1e-6);
  });

  test('a node that is read by several others', () => {
    const nodes: readonly Node[] = [
      user,
      movie,
      { kind: 'add', name: 'sum', inputs: ['user', 'movie', 'user'] },
      { kind: 'concat', name: 'both', inputs: ['sum', 'movie', 'sum'] },
      { kind: 'dense', name: 'score', input: 'both', width: 1, useBias: true, initializer: { kind: 'zeros' } },
      { kind: 'dot', name: 'match', inputs: ['sum', 'movie'] },
      { kind: 'add', name: 'end', inputs: ['score', 'match'] },
      { kind: 'scale', name: 'rating', input: 'end', factor: -1.7, offset: 0.4 },
    ];
    expect(worstError({ nodes })).toBeLessThan(1e-6);
  });

  test('two dropout layers draw two masks', () => {
    const dropout = (name: string, input: string): Node => ({ kind: 'dropout', name, input, rate: 0.5 });
    const nodes: readonly Node[] = [
      user,
      movie,
      dropout('a', 'user'),
      dropout('b', 'movie'),
      { kind: 'dot', name: 'match', inputs: ['a', 'b'] },
    ];
    const { masks } = forward({ nodes }, drawParameters({ nodes }), INPUTS, DRAW);
    expect(masks.get('a')?.values).not.toEqual(masks.get('b')?.values);
    expect(worstError({ nodes })).toBeLessThan(1e-6);
  });
});

test('rows that the batch does not read have no gradient, with or without L2', () => {
  const graph = modelOf({ ...SMALL, l2: 1, biasL2: 1 });
  const parameters = drawParameters(graph);
  const gradients = backward(graph, parameters, INPUTS, TARGETS, forward(graph, parameters, INPUTS, null));
  const rowOf = (name: string, row: number) => (gradients.get(name) as Matrix).values.slice(row * 3, row * 3 + 3);
  expect([...rowOf('user_factors/embeddings', 4)]).toEqual([0, 0, 0]);
  expect([...rowOf('movie_factors/embeddings', 1)]).toEqual([0, 0, 0]);
  expect((gradients.get('user_bias/embeddings') as Matrix).values[4]).toBe(0);
});

describe('forward', () => {
  const bySingle = (
    graph: Graph,
    values: Readonly<Record<string, readonly number[]>>,
    draw: DropoutDraw | null = null,
  ): number => {
    const parameters = new Map(
      parametersOf(graph).map(({ name, rows, columns }) => [
        name,
        { rows, columns, values: Float64Array.from(values[name] ?? []) },
      ]),
    );
    const { outputs } = forward(graph, parameters, { users: Int32Array.of(1), movies: Int32Array.of(0) }, draw);
    return (outputs.get(graph.nodes.at(-1)?.name as string) as Matrix).values[0] as number;
  };
  const context = { ...CONTEXT, users: 2, movies: 1 };
  const build = (overrides: Partial<Configuration>): Graph => {
    const configuration = { ...DEFAULTS[overrides.model ?? 'dot'], ...overrides };
    return networkOf(configuration).build(configuration, context);
  };
  const FACTORS = { 'user_factors/embeddings': [9, 9, 2, 3], 'movie_factors/embeddings': [5, -1] };

  test('dot + bias, by hand: 3.5 + 0.25 − 0.5 + 2·5 − 3·1', () => {
    const graph = build({ ...SMALL, userFactors: 2, movieFactors: 2 });
    const biases = { 'user_bias/embeddings': [9, 0.25], 'movie_bias/embeddings': [-0.5] };
    expect(bySingle(graph, { ...FACTORS, ...biases })).toBeCloseTo(10.25, 12);
  });

  test('dot of different sizes, by hand: (2, 3) · W = 2·4 + 3·1 = 11, times −2', () => {
    const graph = build({ ...SMALL, userFactors: 2, movieFactors: 1, biases: false });
    const values = { ...FACTORS, 'movie_factors/embeddings': [-2], 'user_projection/kernel': [4, 1] };
    expect(bySingle(graph, values)).toBeCloseTo(-22, 12);
  });

  const LAYERS = {
    ...FACTORS,
    // (4 inputs, 2 units), row by row: units 2·1 + 3·0 + 5·1 − 1·2 + 0.5 = 5.5 and 2·0 − 3·4 + 5·1 + 0 + 1 = −6
    'dense_1/kernel': [1, 0, 0, -4, 1, 1, 2, 0],
    'dense_1/bias': [0.5, 1],
    'score/kernel': [0.1, 7],
    'score/bias': [3],
  };
  const mlp = { ...MLP, userFactors: 2, movieFactors: 2, hidden: [2] } as const;

  test('MLP, by hand: ReLU(5.5, −6) · (0.1, 7) + 3', () => {
    expect(bySingle(build(mlp), LAYERS)).toBeCloseTo(3.55, 12);
  });

  test('MLP of sigmoid units, by hand', () => {
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const expected = 0.1 * sigmoid(5.5) + 7 * sigmoid(-6) + 3;
    expect(bySingle(build({ ...mlp, activation: 'sigmoid' }), LAYERS)).toBeCloseTo(expected, 12);
  });

  test('sigmoid output stays between the ends of the scale and its margin', () => {
    const sigmoid = 1 / (1 + Math.exp(-3.55));
    expect(bySingle(build({ ...mlp, output: 'sigmoid' }), LAYERS)).toBeCloseTo(0.25 + 5 * sigmoid, 12);
  });

  test('dropout multiplies by the mask of seed, step and layer while training, and by nothing when predicting', () => {
    const graph = build({ ...mlp, dropout: 0.5 });
    const [first, second] = fillDropoutMask(new Float32Array(2), dropoutKey(3, 5, 0), 0.5);
    expect(bySingle(graph, LAYERS, DRAW)).toBeCloseTo(0.1 * 5.5 * (first as number) + 7 * 0 * (second as number) + 3, 12);
    expect(bySingle(graph, LAYERS, null)).toBeCloseTo(3.55, 12);
  });
});
