import { expect, test } from 'vitest';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { Weights } from '../../models/graph.ts';
import { parityCase, parityOptions } from '../parity.ts';
import type { TrainerOptions } from '../trainer.ts';
import { createReferenceTrainer } from './trainer.ts';

const RATE = 0.03;
const BIAS_RATE = 0.4;
const L2 = 0.05;
const BIAS_L2 = 0.02;

/** A single rating, so that a whole epoch is one step of it. */
function singleRating(overrides: Partial<Configuration> = {}): TrainerOptions {
  const settings = { userFactors: 5, movieFactors: 5, l2: L2, biasL2: BIAS_L2, biasRate: BIAS_RATE, ...overrides };
  const options = parityOptions(parityCase('', settings, { optimizer: 'sgd-by-rating' }));
  const weights = Object.fromEntries(
    Object.entries(options.weights).map(([name, values]) => [name, values.map((value, i) => value + 0.1 * Math.sin(i))]),
  );
  return {
    ...options,
    weights,
    examples: { users: Int32Array.of(7), movies: Int32Array.of(4), targets: Float32Array.of(4.5) },
  };
}

async function afterEpoch(options: TrainerOptions): Promise<Weights> {
  const trainer = createReferenceTrainer(options);
  trainer.beginEpoch(Int32Array.of(0));
  for (let step = 0; step < (trainer.stepsPerEpoch as number); step++) trainer.step(step, RATE);
  return await trainer.readWeights();
}

/** Half the squared error of the rating and half its L2 terms. */
async function objective(options: TrainerOptions, weights: Weights): Promise<number> {
  const { users, movies, targets } = options.examples;
  const [user, movie] = [users[0] as number, movies[0] as number];
  const trainer = createReferenceTrainer({ ...options, weights });
  const [predicted] = await trainer.predict(users, movies);
  const rowOf = (table: string, row: number, width: number) =>
    (weights[`${table}/embeddings`] as Float32Array).subarray(row * width, (row + 1) * width);
  const square = (row: Float32Array) => row.reduce((sum, value) => sum + value ** 2, 0);
  const factors = square(rowOf('user_factors', user, 5)) + square(rowOf('movie_factors', movie, 5));
  const biases = square(rowOf('user_bias', user, 1)) + square(rowOf('movie_bias', movie, 1));
  return 0.5 * ((targets[0] as number) - (predicted as number)) ** 2 + 0.5 * L2 * factors + 0.5 * BIAS_L2 * biases;
}

test('a step goes down the gradient of half the error and L2, as finite differences have it', async () => {
  const options = singleRating();
  const after = await afterEpoch(options);
  for (const [name, values] of Object.entries(options.weights)) {
    const rate = name.includes('bias') ? RATE * BIAS_RATE : RATE;
    for (let i = 0; i < values.length; i++) {
      const moved = (delta: number): Weights => ({ ...options.weights, [name]: values.with(i, (values[i] as number) + delta) });
      const isRead = after[name]?.[i] !== values[i];
      if (!isRead) continue;
      const delta = 2 ** -6;
      const slope = ((await objective(options, moved(delta))) - (await objective(options, moved(-delta)))) / (2 * delta);
      expect((after[name]?.[i] as number) - (values[i] as number)).toBeCloseTo(-rate * slope, 4);
    }
  }
});

test('a step moves the rows of its user and movie and nothing else', async () => {
  const options = singleRating();
  const after = await afterEpoch(options);
  const moved = Object.entries(options.weights).map(([name, values]) => [
    name,
    [...values.keys()].filter((i) => after[name]?.[i] !== values[i]),
  ]);
  expect(Object.fromEntries(moved)).toEqual({
    'user_factors/embeddings': [35, 36, 37, 38, 39],
    'movie_factors/embeddings': [20, 21, 22, 23, 24],
    'user_bias/embeddings': [7],
    'movie_bias/embeddings': [4],
  });
});

test.each<[string, Partial<TrainerOptions>]>([
  ['features', parityOptions(parityCase('', { genres: true }))],
  ['two sizes of embeddings', parityOptions(parityCase('', { userFactors: 5, movieFactors: 4 }))],
  ['a sigmoid', parityOptions(parityCase('', { output: 'sigmoid' }))],
  ['layers', parityOptions(parityCase('', { model: 'mlp' }))],
  ['another loss', parityOptions(parityCase('', { loss: 'huber' }))],
  ['biases that go uphill', { ...singleRating(), biasRate: -1 }],
])('refuses %s', (_, options) => {
  const refused = { ...singleRating(), ...options, optimizer: 'sgd-by-rating' } as const;
  expect(() => createReferenceTrainer(refused)).toThrow(RangeError);
});
