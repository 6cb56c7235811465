import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import type { ImplicitRule } from '../../../core/implicit.ts';
import { createRandom, shuffle } from '../../../core/random.ts';
import type { Graph } from '../../../models/graph.ts';
import { initialWeights } from '../../../models/initial-weights.ts';
import { likesOf, objective, sweep } from '../../reference/alternate.ts';
import type { Matrix } from '../../reference/matrix.ts';
import type { Trainer, TrainerOptions } from '../../trainer.ts';
import { createSimdTrainer } from '../trainer.ts';

const hosts = { one: await createNodeHost(1), two: await createNodeHost(2), four: await createNodeHost(4) };

const RULE: ImplicitRule = { unobserved: 0.1, regularisation: 0.05, exponent: 0.5 };

interface Case {
  readonly users?: number;
  readonly movies?: number;
  readonly factors?: number;
  readonly rule?: Partial<ImplicitRule>;
}

/** A liked pair for each third of all, with weights of several sizes; the last user and the last movie have none. */
function optionsOf({ users = 30, movies = 25, factors = 6, rule }: Case): TrainerOptions {
  const random = createRandom(3, 'solver');
  const pairs = shuffle(
    Int32Array.from({ length: (users - 1) * (movies - 1) }, (_, i) => i),
    random,
  ).slice(0, Math.floor((users * movies) / 3));
  const graph = graphOf(users, movies, factors);
  return {
    graph,
    weights: initialWeights(graph, 3),
    examples: {
      users: pairs.map((pair) => Math.floor(pair / (movies - 1))),
      movies: pairs.map((pair) => pair % (movies - 1)),
      targets: Float32Array.from(pairs, () => 0.5 + 2 * random.next()),
    },
    loss: 'implicit',
    implicit: { ...RULE, ...rule },
    optimizer: 'adam',
    momentum: 0,
    clip: 0,
    batchSize: 2048,
    seed: 3,
  };
}

function graphOf(users: number, movies: number, width: number): Graph {
  const embedding = { kind: 'embedding', width, initializer: { kind: 'normal', deviation: 0.1 }, l2: 0 } as const;
  return {
    nodes: [
      { ...embedding, name: 'user_factors', of: 'user', rows: users },
      { ...embedding, name: 'movie_factors', of: 'movie', rows: movies },
      { kind: 'dot', name: 'match', inputs: ['user_factors', 'movie_factors'] },
    ],
  };
}

const NONE = new Int32Array();

function trainEpoch(trainer: Trainer): void {
  trainer.beginEpoch(NONE);
  for (let step = 0; step < (trainer.stepsPerEpoch as number); step++) trainer.step(step, 0);
}

const sizesOf = ({ graph: { nodes } }: TrainerOptions) => {
  const [users, movies] = nodes.map((node) => (node.kind === 'embedding' ? node.rows : 0)) as [number, number];
  return { users, movies };
};

function matrixOf(values: Float32Array | undefined, rows: number): Matrix {
  const numbers = Float64Array.from(values as Float32Array);
  return { rows, columns: numbers.length / rows, values: numbers };
}

const factorsOf = async (trainer: Trainer, options: TrainerOptions) => {
  const { users, movies } = sizesOf(options);
  const weights = await trainer.readWeights();
  return {
    users: matrixOf(weights['user_factors/embeddings'], users),
    movies: matrixOf(weights['movie_factors/embeddings'], movies),
  };
};

const largestGap = (a: Matrix, b: Matrix): number =>
  a.values.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b.values[i] as number))), 0);

describe('the solver', () => {
  test.each<[string, Case]>([
    ['6 factors', {}],
    ['1 factor', { factors: 1 }],
    ['8 factors', { factors: 8 }],
    ['13 factors', { factors: 13 }],
    ['50 factors, more than a row has entries', { factors: 50 }],
    ['64 factors, rows of more than a panel', { factors: 64, users: 7, movies: 220 }],
    ['the same ridge for all', { rule: { exponent: 0 } }],
    ['ridges in proportion', { rule: { exponent: 1 } }],
    ['a weight of 0 for all others', { rule: { unobserved: 0, regularisation: 0.2, exponent: 0 } }],
  ])('follows the double-precision reference over three sweeps: %s', async (_, of) => {
    const options = optionsOf(of);
    const likes = likesOf(options.examples, sizesOf(options), options.implicit as ImplicitRule);
    const trainer = await createSimdTrainer(options, hosts.two);
    let expected = await factorsOf(trainer, options);
    for (let epoch = 0; epoch < 3; epoch++) {
      trainEpoch(trainer);
      expected = sweep(likes, expected.movies);
    }
    const actual = await factorsOf(trainer, options);
    trainer.dispose();
    expect(largestGap(actual.users, expected.users)).toBeLessThan(1e-3);
    expect(largestGap(actual.movies, expected.movies)).toBeLessThan(1e-3);
    expect(objective(likes, actual.users, actual.movies)).toBeCloseTo(objective(likes, expected.users, expected.movies), 3);
  });

  test('never lets the objective rise, and reports it without the ridges of the side that it leaves', async () => {
    const options = optionsOf({ factors: 9 });
    const likes = likesOf(options.examples, sizesOf(options), options.implicit as ImplicitRule);
    const trainer = await createSimdTrainer(options, hosts.one);
    const course: number[] = [];
    const reported: number[] = [];
    for (let epoch = 0; epoch < 12; epoch++) {
      trainEpoch(trainer);
      const { users, movies } = await factorsOf(trainer, options);
      course.push(objective(likes, users, movies));
      const { total, examples } = await trainer.takeLoss();
      expect(examples).toBe(2 * options.examples.targets.length);
      reported.push(total / 2);
    }
    trainer.dispose();
    for (let epoch = 1; epoch < 12; epoch++) {
      expect(course[epoch]).toBeLessThanOrEqual((course[epoch - 1] as number) * (1 + 1e-6));
      expect(reported[epoch]).toBeLessThan(course[epoch] as number);
    }
    expect(course.at(-1)).toBeLessThan(0.99 * (course[0] as number));
  });

  test('gives the same bits on one, two and four threads', async () => {
    const options = optionsOf({ factors: 20, users: 300, movies: 200 });
    const runs = Object.values(hosts).map(async (host) => {
      const trainer = await createSimdTrainer(options, host);
      for (let epoch = 0; epoch < 3; epoch++) trainEpoch(trainer);
      const [weights, loss] = [await trainer.readWeights(), await trainer.takeLoss()];
      trainer.dispose();
      return { weights, loss };
    });
    const [first, ...others] = await Promise.all(runs);
    for (const other of others) expect(other).toEqual(first);
  });

  test('goes on with the same bits from a state', async () => {
    const options = optionsOf({});
    const [through, resumed] = [await createSimdTrainer(options, hosts.one), await createSimdTrainer(options, hosts.two)];
    trainEpoch(through);
    resumed.writeState(await through.readState());
    for (const trainer of [through, resumed]) trainEpoch(trainer);
    expect(await resumed.readState()).toEqual(await through.readState());
    for (const trainer of [through, resumed]) trainer.dispose();
  });

  test('leaves who has nothing liked at zero', async () => {
    const options = optionsOf({});
    const trainer = await createSimdTrainer(options, hosts.one);
    trainEpoch(trainer);
    const { users, movies } = await factorsOf(trainer, options);
    trainer.dispose();
    expect([...users.values.slice(-6), ...movies.values.slice(-6)]).toEqual(Array(12).fill(0));
  });

  test('says so where the equations are singular, and is of use afterwards', async () => {
    const options = optionsOf({ factors: 30, rule: { unobserved: 0, regularisation: 0 } });
    const trainer = await createSimdTrainer(options, hosts.two);
    expect(() => trainEpoch(trainer)).toThrow(/equations of a user are singular/);
    const { users, movies } = await factorsOf(trainer, options);
    expect([...users.values, ...movies.values].every(Number.isFinite)).toBe(true);
    trainer.dispose();
  });

  test('has no step beyond the last', async () => {
    const trainer = await createSimdTrainer(optionsOf({}), hosts.one);
    trainer.beginEpoch(NONE);
    expect(() => trainer.step(trainer.stepsPerEpoch as number, 0)).toThrow(RangeError);
    trainer.dispose();
  });
});
