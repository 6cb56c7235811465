import { expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import type { RowStep } from '../models/inspection.ts';
import { type IndexPair, inspectPair, inspectStep } from './inspect.ts';
import { observe } from './observe.ts';
import { parityCase, parityOptions } from './parity.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import { createSimdTrainer } from './simd/trainer.ts';
import { ADAM, type Trainer, type TrainerOptions } from './trainer.ts';

const oneThread = await createNodeHost(1);

const ENGINES: readonly (readonly [string, (options: TrainerOptions) => Trainer | Promise<Trainer>, number])[] = [
  ['reference', createReferenceTrainer, 1e-6],
  ['simd', (options) => createSimdTrainer(options, oneThread), 2e-6],
];

test('a pair of the dot product is its closed form', () => {
  const { graph, weights } = parityOptions(parityCase('', { userFactors: 4, movieFactors: 4 }));
  const row = (table: string, index: number, width: number): Float32Array =>
    (weights[`${table}/embeddings`] as Float32Array).subarray(index * width, (index + 1) * width);
  const [p, q] = [row('user_factors', 3, 4), row('movie_factors', 5, 4)];
  const match = p.reduce((sum, value, d) => sum + value * (q[d] as number), 0);
  const view = inspectPair(graph, weights, { user: 3, movie: 5 }, 4);
  const layer = (name: string) => view.layers.find(({ node }) => node.name === name) ?? expect.fail(name);
  expect(layer('match').values[0]).toBeCloseTo(match, 10);
  expect(view.prediction).toBeCloseTo(3.5 + match, 10);
  const error = view.prediction - 4;
  expect([...layer('user_factors').errors]).toEqual([...q].map((value) => expect.closeTo(2 * error * value, 10)));
  expect(layer('movie_bias').errors[0]).toBeCloseTo(2 * error, 10);
});

/** A pair that is in the last batch of the steps below. */
async function stepInside(create: (options: TrainerOptions) => Trainer | Promise<Trainer>, options: TrainerOptions) {
  const trainer = observe(await create(options));
  trainer.beginEpoch(Int32Array.from(options.examples.targets, (_, i) => i).reverse());
  trainer.step(0, 0.01);
  const before = await trainer.readState();
  trainer.step(1, 0.02);
  const after = await trainer.readState();
  const record = trainer.last ?? expect.fail();
  const example = record.order[options.batchSize + 3] as number;
  const pair: IndexPair = { user: options.examples.users[example] as number, movie: options.examples.movies[example] as number };
  trainer.dispose();
  return { step: inspectStep({ options, record, before, after }, pair), example };
}

/** Where the gradient leads, by the rule of the optimizer. */
function expectRule({ before, after, gradient, first, second }: RowStep, optimizer: string, t: number, tolerance: number): void {
  for (const [d, g] of gradient.entries()) {
    if (optimizer === 'sgd') {
      expect(first).toBeNull();
      expect(after[d]).toBeCloseTo((before[d] as number) - 0.02 * g, 6);
      continue;
    }
    if (!first || !second) throw new Error('Adam keeps both moments');
    const m = ADAM.beta1 * (first.before[d] as number) + (1 - ADAM.beta1) * g;
    const v = ADAM.beta2 * (second.before[d] as number) + (1 - ADAM.beta2) * g ** 2;
    expect(Math.abs((first.after[d] as number) - m)).toBeLessThan(tolerance);
    expect(Math.abs((second.after[d] as number) - v)).toBeLessThan(tolerance);
    const rate = (0.02 * Math.sqrt(1 - ADAM.beta2 ** t)) / (1 - ADAM.beta1 ** t);
    const moved = (rate * (first.after[d] as number)) / (Math.sqrt(second.after[d] as number) + ADAM.epsilon);
    expect((after[d] as number) - (before[d] as number)).toBeCloseTo(-moved, 6);
  }
}

for (const [engine, create, tolerance] of ENGINES) {
  test.each([
    ['the dot product', 'adam', { l2: 0.1, biasL2: 0.02 }],
    ['the dot product', 'sgd', { momentum: 0, l2: 0.1 }],
    ['sizes 12 → 7 and a sigmoid', 'sgd', { momentum: 0, userFactors: 12, movieFactors: 7, output: 'sigmoid' }],
    ['the MLP with dropout', 'sgd', { momentum: 0, model: 'mlp', dropout: 0.3 }],
    ['the MLP with dropout', 'lazy-adam', { model: 'mlp', dropout: 0.3 }],
    ['the dot product and a list', 'adam', { listWeight: 0.8, l2: 0.1, biasL2: 0.02 }],
    ['the dot product and a list', 'sgd', { momentum: 0, listWeight: 0.8, l2: 0.1 }],
    ['the hybrid and a list', 'lazy-adam', { model: 'hybrid', dropout: 0.3, listWeight: 0.5 }],
  ] as const)(`${engine}: %s, %s: the gradient and the rule give the step that was taken`, async (_, optimizer, overrides) => {
    const options = parityOptions(parityCase('', overrides, { optimizer, batchSize: 33 }));
    const { step, example } = await stepInside(create, options);
    expect(step.steps).toBe(2);
    expect(step.batch).toBe(33);
    expect(step.examples.map(({ position }) => position)).toContain(example);
    expect(step.rows.length).toBeGreaterThanOrEqual(2);
    for (const row of step.rows) {
      expect(row.readers.map(({ position }) => position)).toContain(example);
      expect(Math.max(...row.gradient.map(Math.abs))).toBeGreaterThan(0);
      expectRule(row, optimizer, step.steps, tolerance);
    }
  });
}

test('a pair outside the batch has no gradient and moves by momentum alone', async () => {
  const options = parityOptions(parityCase('', {}, { users: 400, movies: 300 }));
  const trainer = observe(createReferenceTrainer(options));
  trainer.beginEpoch(Int32Array.from(options.examples.targets, (_, i) => i));
  trainer.step(0, 0.01);
  const before = await trainer.readState();
  trainer.step(1, 0.01);
  const after = await trainer.readState();
  const record = trainer.last ?? expect.fail();
  const { users, movies } = options.examples;
  const first = users.subarray(0, 33);
  const second = { users: new Set(users.subarray(33, 66)), movies: new Set(movies.subarray(33, 66)) };
  const at = first.findIndex((user, i) => !second.users.has(user) && !second.movies.has(movies[i] as number));
  const pair = { user: users[at] as number, movie: movies[at] as number };
  const step = inspectStep({ options, record, before, after }, pair);
  expect(step.examples).toEqual([]);
  for (const row of step.rows) {
    expect(row.gradient.every((value) => value === 0)).toBe(true);
    expect(row.after).not.toEqual(row.before);
  }
});
