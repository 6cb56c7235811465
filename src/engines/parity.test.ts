import { describe, expect, test } from 'vitest';
import type { Graph, Node, Weights } from '../models/graph.ts';
import {
  measureParity,
  PARITY_LIMITS,
  type ParityCase,
  type ParityError,
  parityCase,
  parityCases,
  parityOptions,
} from './parity.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { Trainer, TrainerOptions } from './trainer.ts';

/** What an engine could get wrong; the right values by default. */
interface Arithmetic {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly unbiased: boolean;
  /** Times the L2 of the graph. */
  readonly decay: number;
  /** Only rows of the batch remember and move. */
  readonly lazy: boolean;
  /** Several ratings of one row in a batch: their gradients add up. */
  readonly sums: boolean;
}
const RIGHT: Arithmetic = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, unbiased: true, decay: 1, lazy: false, sums: true };

/** A dot product with biases trained by Adam in single precision, written without the reference's differentiation. */
function createBiasedDot(options: TrainerOptions, arithmetic: Arithmetic): Trainer {
  const { graph, examples, batchSize } = options;
  const tables = graph.nodes.flatMap((node) =>
    node.kind === 'embedding' ? [createTable(node, options.weights, arithmetic)] : [],
  );
  const [p, q, b, c] = tables as [Table, Table, Table, Table];
  const offset = graph.nodes.flatMap((node) => (node.kind === 'scale' ? [node.offset] : []))[0] as number;
  let order = new Int32Array();
  let steps = 0;
  let loss = 0;
  const predictOne = (user: number, movie: number): number => {
    let sum = offset + (b.values[user] as number) + (c.values[movie] as number);
    for (let d = 0; d < p.width; d++) sum += p.at(user, d) * q.at(movie, d);
    return Math.fround(sum);
  };
  return {
    ...createReferenceTrainer(options),
    beginEpoch: (next) => {
      order = Int32Array.from(next);
    },
    step(index, learningRate) {
      steps++;
      const batch = order.subarray(index * batchSize, (index + 1) * batchSize);
      for (const at of batch) {
        const [user, movie] = [examples.users[at] as number, examples.movies[at] as number];
        const error = predictOne(user, movie) - (examples.targets[at] as number);
        loss += error ** 2;
        const slope = (2 * error) / batch.length;
        p.add(user, (d) => slope * q.at(movie, d), batch.length);
        q.add(movie, (d) => slope * p.at(user, d), batch.length);
        b.add(user, () => slope, batch.length);
        c.add(movie, () => slope, batch.length);
      }
      for (const table of tables) table.apply(steps, learningRate);
    },
    async takeLoss() {
      const total = loss;
      loss = 0;
      return { total, examples: 0 };
    },
    predict: async (users, movies) => Float32Array.from(users, (user, i) => predictOne(user, movies[i] as number)),
  };
}

type Table = ReturnType<typeof createTable>;

function createTable(node: Node & { kind: 'embedding' }, weights: Weights, arithmetic: Arithmetic) {
  const { width } = node;
  const values = Float32Array.from(weights[`${node.name}/embeddings`] as Float32Array);
  const [gradient, m, v] = [new Float32Array(values.length), new Float32Array(values.length), new Float32Array(values.length)];
  const rows = new Set<number>();
  const at = (row: number, d: number): number => values[row * width + d] as number;
  return {
    width,
    values,
    at,
    add(row: number, slope: (d: number) => number, batch: number): void {
      const known = rows.has(row) && arithmetic.sums;
      rows.add(row);
      for (let d = 0; d < width; d++) {
        const more = slope(d) + (2 * node.l2 * arithmetic.decay * at(row, d)) / batch;
        gradient[row * width + d] = (known ? (gradient[row * width + d] as number) : 0) + more;
      }
    },
    apply(t: number, learningRate: number): void {
      const { beta1, beta2, epsilon, unbiased, lazy } = arithmetic;
      const rate = unbiased ? (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t) : learningRate;
      for (let i = 0; i < values.length; i++) {
        if (lazy && !rows.has(Math.floor(i / width))) continue;
        const g = gradient[i] as number;
        m[i] = beta1 * (m[i] as number) + (1 - beta1) * g;
        v[i] = beta2 * (v[i] as number) + (1 - beta2) * g * g;
        values[i] = (values[i] as number) - (rate * (m[i] as number)) / (Math.sqrt(v[i] as number) + epsilon);
      }
      gradient.fill(0);
      rows.clear();
    },
  };
}

const isWithinLimits = ({ loss, prediction }: ParityError): boolean =>
  loss < PARITY_LIMITS.loss && prediction < PARITY_LIMITS.prediction;

describe('an engine of another make', () => {
  const biased = parityCase('dot + bias', {
    userFactors: 8,
    movieFactors: 8,
    biases: true,
    output: 'raw',
    l2: 0.05,
    biasL2: 0.005,
  });
  const measure = (change: Partial<Arithmetic>) =>
    measureParity(biased, (options) => createBiasedDot(options, { ...RIGHT, ...change }));

  test('that does the same arithmetic in single precision is within the limits', async () => {
    expect(await measure({})).toSatisfy(isWithinLimits);
  });

  test.each<readonly [string, Partial<Arithmetic>]>([
    ['β₁ of 0.8', { beta1: 0.8 }],
    ['β₂ of 0.99', { beta2: 0.99 }],
    ['ε of 1e-4', { epsilon: 1e-4 }],
    ['no correction for the first steps', { unbiased: false }],
    ['no L2', { decay: 0 }],
    ['half of the L2, as where λ/2 is meant', { decay: 0.5 }],
    ['lazy rows', { lazy: true }],
    ['only the last gradient of a row that occurs twice', { sums: false }],
  ])('that has %s is found out', async (_, change) => {
    expect(await measure(change)).not.toSatisfy(isWithinLimits);
  });
});

describe('the reference against itself', () => {
  const mlp = parityCase('MLP', { model: 'mlp', userFactors: 6, movieFactors: 6, hidden: [8], dropout: 0.2, l2: 0.005 });
  const measure = (spoil: (options: TrainerOptions) => TrainerOptions, parity: ParityCase = mlp) =>
    measureParity(parity, (options) => createReferenceTrainer(spoil(options)));
  const withNodes = (options: TrainerOptions, change: (node: Node) => Node): TrainerOptions => ({
    ...options,
    graph: { nodes: options.graph.nodes.map(change) } satisfies Graph,
  });

  test('has no error', async () => {
    for (const optimizer of ['adam', 'lazy-adam', 'sgd', 'adagrad'] as const) {
      expect(await measure((options) => options, { ...mlp, optimizer })).toEqual({ loss: 0, prediction: 0 });
    }
  });

  test.each<readonly [string, (options: TrainerOptions) => TrainerOptions]>([
    ['another optimizer', (options) => ({ ...options, optimizer: 'sgd' })],
    ['clipped gradients', (options) => ({ ...options, clip: 0.01 })],
    ['lazy instead of whole Adam', (options) => ({ ...options, optimizer: 'lazy-adam' })],
    ['another dropout seed', (options) => ({ ...options, seed: options.seed + 1 })],
    ['no dropout', (options) => withNodes(options, (node) => (node.kind === 'dropout' ? { ...node, rate: 0 } : node))],
    ['no L2', (options) => withNodes(options, (node) => (node.kind === 'embedding' ? { ...node, l2: 0 } : node))],
    [
      'another activation',
      (options) =>
        withNodes(options, (node) =>
          node.name === 'active_1' && node.kind === 'activation' ? { ...node, activation: 'sigmoid' } : node,
        ),
    ],
    [
      'users and movies swapped',
      (options) => ({ ...options, examples: { ...options.examples, users: options.examples.movies } }),
    ],
    [
      'weights that are a little off',
      ({ weights, ...options }) => ({ ...options, weights: { ...weights, 'score/bias': Float32Array.of(0.01) } }),
    ],
  ])('with %s is found out', async (_, spoil) => {
    expect(await measure(spoil)).not.toSatisfy(isWithinLimits);
  });

  test('with another momentum is found out', async () => {
    const error = await measure((options) => ({ ...options, momentum: 0.89 }), { ...mlp, optimizer: 'sgd' });
    expect(error).not.toSatisfy(isWithinLimits);
  });

  test.each<readonly [string, (trainer: Trainer) => Partial<Trainer>]>([
    ['a learning rate that is off by a hundredth', (trainer) => ({ step: (index, rate) => trainer.step(index, rate * 1.01) })],
    ['batches in another order', (trainer) => ({ beginEpoch: (order) => trainer.beginEpoch(order.toReversed()) })],
    ['always the first batch', (trainer) => ({ step: (_, rate) => trainer.step(0, rate) })],
    ['predictions that are not numbers', () => ({ predict: async (users) => new Float32Array(users.length).fill(Number.NaN) })],
    ['too few predictions', () => ({ predict: async () => new Float32Array() })],
    [
      'the mean instead of the sum of errors',
      (trainer) => ({
        async takeLoss() {
          const { total, examples } = await trainer.takeLoss();
          return { total: total / examples, examples };
        },
      }),
    ],
    ['a loss that is not a number', () => ({ takeLoss: async () => ({ total: Number.NaN, examples: 33 }) })],
  ])('with %s is found out', async (_, spoil) => {
    const error = await measureParity(mlp, (options) => {
      const trainer = createReferenceTrainer(options);
      return { ...trainer, ...spoil(trainer) };
    });
    expect(error).not.toSatisfy(isWithinLimits);
    expect(Object.values(error).some(Number.isNaN)).toBe(false);
  });
});

test('an engine is freed after it was measured', async () => {
  let disposed = 0;
  await measureParity(parityCase('dot', { userFactors: 2, movieFactors: 2 }, { steps: 1 }), (options) => ({
    ...createReferenceTrainer(options),
    dispose: () => {
      disposed++;
    },
  }));
  expect(disposed).toBe(1);
});

describe('the table of cases', () => {
  const cases = parityCases(['adam', 'sgd', 'adagrad', 'lazy-adam']);

  test('names every case once', () => {
    expect(new Set(cases.map(({ label }) => label)).size).toBe(cases.length);
  });

  test('has every network, all optimizers, sizes 1 to 128 and batches 1 to 2,048', () => {
    const values = <T>(of: (parity: ParityCase) => T) => new Set(cases.map(of));
    expect(values(({ configuration }) => configuration.model)).toEqual(new Set(['dot', 'mlp', 'hybrid']));
    expect(values(({ optimizer }) => optimizer)).toEqual(new Set(['adam', 'sgd', 'adagrad', 'lazy-adam']));
    expect([...values(({ configuration }) => configuration.userFactors)]).toEqual(expect.arrayContaining([1, 7, 50, 128]));
    expect([...values(({ batchSize }) => batchSize)]).toEqual(expect.arrayContaining([1, 33, 2048]));
    expect(values(({ configuration }) => configuration.output)).toEqual(new Set(['raw', 'sigmoid']));
  });

  test('gives every engine the same options', () => {
    const [first] = cases as [ParityCase];
    expect(parityOptions(first)).toEqual(parityOptions(first));
  });
});
