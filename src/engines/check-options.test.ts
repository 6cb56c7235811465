import { describe, expect, test } from 'vitest';
import type { Graph } from '../models/graph.ts';
import { checkEpoch, checkIndices, checkState, checkTrainerOptions } from './check-options.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { TrainerOptions, TrainerState } from './trainer.ts';

const table = { kind: 'embedding', width: 1, initializer: { kind: 'zeros' }, l2: 0 } as const;
const graph: Graph = {
  nodes: [
    { ...table, name: 'user', of: 'user', rows: 3 },
    { ...table, name: 'movie', of: 'movie', rows: 2 },
    { kind: 'add', name: 'sum', inputs: ['user', 'movie'] },
  ],
};
const GOOD: TrainerOptions = {
  graph,
  weights: { 'user/embeddings': new Float32Array(3), 'movie/embeddings': new Float32Array(2) },
  examples: { users: Int32Array.of(0, 2), movies: Int32Array.of(1, 0), targets: new Float32Array(2) },
  optimizer: 'adam',
  momentum: 0,
  clip: 0,
  batchSize: 2,
  seed: 1,
};

test('options that fit pass', () => {
  expect(() => checkTrainerOptions(GOOD)).not.toThrow();
});

const { weights, examples } = GOOD;

describe('rows that are to be solved', () => {
  const likes: TrainerOptions = {
    ...GOOD,
    graph: {
      nodes: [...graph.nodes.slice(0, 2), { kind: 'dot', name: 'match', inputs: ['user', 'movie'] }],
    },
    examples: { ...GOOD.examples, targets: Float32Array.of(1, 0.5) },
    loss: 'implicit',
    implicit: { unobserved: 0.1, regularisation: 0, exponent: 1 },
  };

  test('pass where a prediction is the product of two of them', () => {
    expect(() => checkTrainerOptions(likes)).not.toThrow();
  });

  test.each<readonly [string, Partial<TrainerOptions>, string]>([
    ['biases', { graph }, 'Rows of embedding, embedding, add cannot be solved'],
    ['a weight of 0', { examples: GOOD.examples }, 'A liked pair needs a weight above 0'],
    ['no rule', { implicit: undefined }, 'Rows need a rule to be solved by'],
  ])('%s', (_, change, message) => {
    expect(() => checkTrainerOptions({ ...likes, ...change })).toThrow(new RangeError(message));
  });
});

describe('options that do not fit are a RangeError, and no trainer is made of them', () => {
  test.each<readonly [string, Partial<TrainerOptions>, string]>([
    [
      'a missing table',
      { weights: { ...weights, 'user/embeddings': undefined as never } },
      '"user/embeddings" needs 3 × 1 numbers, not undefined',
    ],
    [
      'a short table',
      { weights: { ...weights, 'movie/embeddings': new Float32Array(1) } },
      '"movie/embeddings" needs 2 × 1 numbers, not 1',
    ],
    [
      'a short column',
      { examples: { ...examples, users: Int32Array.of(0) } },
      'Columns of 1, 2 indices and 2 targets do not fit together',
    ],
    ['a missing target', { examples: { ...examples, targets: new Float32Array(1) } }, 'Columns of 2, 2 indices and 1 targets'],
    [
      'a user beyond the table',
      { examples: { ...examples, users: Int32Array.of(0, 3) } },
      'There is no user 3; indices run from 0 to 2',
    ],
    [
      'a movie below 0',
      { examples: { ...examples, movies: Int32Array.of(-1, 0) } },
      'There is no movie -1; indices run from 0 to 1',
    ],
    ['no batch', { batchSize: 0 }, 'A batch cannot have 0 examples'],
    ['a momentum that grows', { momentum: 1 }, 'A momentum of 1 never comes to rest'],
    ['a limit below 0', { clip: -1 }, 'Gradients cannot be held within ± -1'],
    ['half an example', { batchSize: 1.5 }, 'A batch cannot have 1.5 examples'],
  ])('%s', (_, change, message) => {
    expect(() => checkTrainerOptions({ ...GOOD, ...change })).toThrow(RangeError);
    expect(() => createReferenceTrainer({ ...GOOD, ...change })).toThrow(message);
  });
});

test('indices are checked against every table that they are looked up in', () => {
  expect(() => checkIndices(graph, { users: Int32Array.of(2), movies: Int32Array.of(1) })).not.toThrow();
  expect(() => checkIndices(graph, { users: Int32Array.of(3), movies: Int32Array.of(1) })).toThrow(RangeError);
  expect(() => checkIndices(graph, { users: Int32Array.of(2), movies: Int32Array.of(2) })).toThrow(RangeError);
});

test('an order names examples', () => {
  expect(() => checkEpoch(GOOD.graph, 2, Int32Array.of(1, 0))).not.toThrow();
  expect(() => checkEpoch(GOOD.graph, 2, Int32Array.of(0, 2))).toThrow('There is no example 2; indices run from 0 to 1');
});

test('the movies of an epoch fit the examples and the table', () => {
  const order = Int32Array.of(0, 1);
  expect(() => checkEpoch(GOOD.graph, 2, order, Int32Array.of(0, 1))).not.toThrow();
  expect(() => checkEpoch(GOOD.graph, 2, order, Int32Array.of(0))).toThrow('1 movies do not fit 2 examples');
  expect(() => checkEpoch(GOOD.graph, 2, order, Int32Array.of(0, 2))).toThrow('There is no movie 2');
});

test('pairs are never cut apart', () => {
  expect(() => checkTrainerOptions({ ...GOOD, loss: 'bpr' })).not.toThrow();
  expect(() => checkTrainerOptions({ ...GOOD, loss: 'bpr', batchSize: 3 })).toThrow('Groups of 2 do not fit');
});

test('a trainer refuses what is out of range after it was made, too', async () => {
  const trainer = createReferenceTrainer(GOOD);
  expect(() => trainer.beginEpoch(Int32Array.of(0, 2))).toThrow(RangeError);
  await expect(trainer.predict(Int32Array.of(3), Int32Array.of(0))).rejects.toThrow(RangeError);
  await expect(trainer.score(Int32Array.of(-1))).rejects.toThrow(RangeError);
});

describe('a state fits the graph and the optimizer', () => {
  const state: TrainerState = { weights, first: weights, second: weights, steps: 3 };
  const none = { 'user/embeddings': new Float32Array(), 'movie/embeddings': new Float32Array() };

  test('or it is a RangeError', () => {
    expect(() => checkState(GOOD, state)).not.toThrow();
    for (const change of [
      { weights: { ...weights, 'user/embeddings': new Float32Array(2) } },
      { first: none },
      { second: {} },
      { steps: -1 },
      { steps: 0.5 },
      { steps: 2 ** 31 },
    ]) {
      expect(() => checkState(GOOD, { ...state, ...change })).toThrow(RangeError);
    }
  });

  test('SGD without momentum keeps no moments', () => {
    const sgd = { ...GOOD, optimizer: 'sgd' } as const;
    expect(() => checkState(sgd, { ...state, first: none, second: none })).not.toThrow();
    expect(() => checkState(sgd, state)).toThrow('"First moment of user/embeddings" needs 0 numbers, not 3');
  });

  test('and a trainer that refuses one has not changed', async () => {
    const trainer = createReferenceTrainer(GOOD);
    expect(() => trainer.writeState({ ...state, second: none })).toThrow(RangeError);
    expect(await trainer.readWeights()).toEqual(weights);
  });
});
