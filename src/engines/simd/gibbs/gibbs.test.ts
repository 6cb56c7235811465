import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import type { Overrides } from '../../../core/hyperparameters.ts';
import { listRows } from '../../../core/lists.ts';
import { createRandom, normal } from '../../../core/random.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import type { Weights } from '../../../models/graph.ts';
import { initialWeights } from '../../../models/initial-weights.ts';
import { buildGraph } from '../../made-up.ts';
import { gibbsSweep, type Sampled, type SampledSide } from '../../reference/gibbs.ts';
import type { Trainer, TrainerOptions, TrainerState } from '../../trainer.ts';
import { startMachine } from '../machine.ts';
import { createSimdTrainer } from '../trainer.ts';
import { slotOf } from './samples.ts';

const hosts = { one: await createNodeHost(1), two: await createNodeHost(2) };

interface Case extends Overrides {
  readonly users?: number;
  readonly movies?: number;
  readonly ratings?: number;
  /** Its standard deviation. */
  readonly noise?: number;
}

const OFFSET = 3.5;

/** Ratings of a rank of one with noise, of which the last user and the last movie have none. */
function optionsOf({ users = 30, movies = 25, ratings = 300, noise = 0.5, ...overrides }: Case): TrainerOptions {
  const random = createRandom(5, 'gibbs');
  const draw = normal(random);
  const [p, q] = [users, movies].map((size) => Float64Array.from({ length: size }, draw)) as [Float64Array, Float64Array];
  const pairs = Array.from({ length: ratings }, () =>
    [random.next() * (users - 1), random.next() * (movies - 1)].map(Math.floor),
  );
  const [of, on] = [0, 1].map((column) => Int32Array.from(pairs, (pair) => pair[column] as number)) as [Int32Array, Int32Array];
  const targets = Float32Array.from(
    pairs,
    ([u, i]) => OFFSET + (p[u as number] as number) * (q[i as number] as number) + noise * draw(),
  );
  const configuration = resolve({ optimizer: 'gibbs', userFactors: 3, ...overrides });
  const graph = buildGraph(configuration, { users, movies });
  return {
    graph,
    weights: initialWeights(graph, 3),
    examples: { users: of, movies: on, targets },
    lists: { rated: listRows(users, of, on), raters: listRows(movies, on, of) },
    optimizer: configuration.optimizer,
    momentum: 0,
    clip: 0,
    batchSize: 1024,
    seed: 3,
  };
}

function sweep(trainer: Trainer): void {
  trainer.beginEpoch(new Int32Array());
  for (let step = 0; step < (trainer.stepsPerEpoch as number); step++) trainer.step(step, 0);
}

/** The sample that a state holds. */
function sampleOf({ first }: Pick<TrainerState, 'first'>, { graph }: TrainerOptions, ridges: readonly number[]): Sampled {
  const table = (name: string, height: number) => {
    const values = first[`${name}/embeddings`] as Float32Array;
    const width = values.length / height;
    return Array.from({ length: height }, (_, row) => Array.from(values.subarray(row * width, (row + 1) * width)));
  };
  const extra = [...(first.gibbs ?? [])].slice(3);
  const side = (of: 'user' | 'movie', list: string, ridge: number): SampledSide => {
    const own = graph.nodes.find((node) => node.kind === 'embedding' && node.name === `${of}_factors`);
    const bag = graph.nodes.find((node) => node.kind === 'bag' && node.list === list);
    const rows = own?.kind === 'embedding' ? own.rows : 0;
    const [factors, biases] = [table(`${of}_factors`, rows), table(`${of}_bias`, rows)];
    const others = bag?.kind === 'bag' ? bag.rows : 0;
    const ofBag = bag && table(bag.name, others).map((row) => Float64Array.of(...row, extra.shift() ?? 0));
    return { rows: factors.map((row, i) => Float64Array.of(...row, ...(biases[i] as number[]))), bag: ofBag ?? null, ridge };
  };
  return { user: side('user', 'rated', ridges[0] as number), movie: side('movie', 'raters', ridges[1] as number) };
}

const gap = (a: readonly Float64Array[], b: readonly Float64Array[]): number =>
  a.reduce((worst, row, i) => Math.max(worst, ...row.map((value, f) => Math.abs(value - (b[i]?.[f] as number)))), 0);

/** Where nobody looks: rows without ratings are not drawn, and their bag's rows stay. */
const distance = (a: SampledSide, b: SampledSide): number => gap(a.rows, b.rows) + (a.bag && b.bag ? gap(a.bag, b.bag) : 0);

describe('the sampler', () => {
  test.each<[string, Case]>([
    ['3 factors', {}],
    ['1 factor', { userFactors: 1 }],
    ['7 factors and the bias fill a block', { userFactors: 7 }],
    ['rated movies', { ratedSet: true }],
    ['rated movies, and who rated them', { ratedSet: true, ratedBy: true, userFactors: 8 }],
    ['rows of more than a panel', { users: 6, movies: 150, ratings: 600, ratedSet: true, ratedBy: true }],
  ])('draws what the double-precision reference draws: %s', async (_, of) => {
    const options = optionsOf(of);
    const trainer = await createSimdTrainer(options, hosts.two);
    const width = (of.userFactors ?? 3) + 1;
    const n = 8 * Math.ceil(width / 8);
    let before: Sampled = sampleOf({ first: options.weights }, options, [1, 1]);
    for (let number = 1; number <= 3; number++) {
      sweep(trainer);
      const expected = gibbsSweep(options.examples, OFFSET, before, options.seed, number, n);
      const { first } = await trainer.readState();
      const actual = sampleOf({ first }, options, [...(first.gibbs as Float32Array)]);
      expect(distance(actual.user, expected.user)).toBeLessThan(5e-3);
      expect(distance(actual.movie, expected.movie)).toBeLessThan(5e-3);
      before = actual;
    }
    trainer.dispose();
  });

  test('comes to the same bits on any number of threads', async () => {
    const options = optionsOf({ ratedSet: true, ratedBy: true, users: 70, movies: 60, ratings: 900 });
    const states = await Promise.all(
      Object.values(hosts).map(async (host) => {
        const trainer = await createSimdTrainer(options, host);
        for (let number = 0; number < 3; number++) sweep(trainer);
        const state = await trainer.readState();
        trainer.dispose();
        return state;
      }),
    );
    expect(states[0]).toEqual(states[1]);
  });

  test('goes on from a state with the same bits', async () => {
    const options = optionsOf({ ratedSet: true, ratedBy: true });
    const whole = await createSimdTrainer(options, hosts.one);
    // So many that samples take the place of others.
    for (let number = 0; number < 30; number++) sweep(whole);
    const first = await createSimdTrainer(options, hosts.one);
    for (let number = 0; number < 11; number++) sweep(first);
    expect(await first.doubt?.(Int32Array.of(0), Int32Array.of(0))).toBeNull();
    sweep(first);
    const second = await createSimdTrainer(options, hosts.one);
    second.writeState(await first.readState());
    for (let number = 0; number < 18; number++) sweep(second);
    expect(await second.readState()).toEqual(await whole.readState());
    const { users, movies } = options.examples;
    expect(await second.doubt?.(users, movies)).toEqual(await whole.doubt?.(users, movies));
    const ofSample = await whole.predictSample?.(users, movies);
    expect(await second.predictSample?.(users, movies)).toEqual(ofSample);
    expect(ofSample).not.toEqual(await whole.predict(users, movies));
    const { first: moments, ...state } = await whole.readState();
    const { 'gibbs/user_samples': _, ...others } = moments;
    expect(() => second.writeState({ ...state, first: others })).toThrow('gibbs/user_samples');
    for (const trainer of [whole, first, second]) trainer.dispose();
  });

  test.each([0.02, 0.5])('knows how far its samples lie apart, of ratings with a noise of %d', async (noise) => {
    const options = optionsOf({ users: 60, movies: 40, ratings: 1000, userFactors: 12, noise });
    const trainer = await createSimdTrainer(options, hosts.two);
    // Every user with every movie, but those without ratings.
    const users = Int32Array.from({ length: 59 * 39 }, (_, at) => Math.floor(at / 39));
    const movies = users.map((_, at) => at % 39);
    const samples: Float32Array[] = [];
    for (let number = 1; number <= 60; number++) {
      sweep(trainer);
      if (number > 10) samples.push((await trainer.predictSample?.(users, movies)) as Float32Array);
    }
    const means = await trainer.predict(users, movies);
    const squares = samples.map((sample) => sample.reduce((sum, z, at) => sum + (z - (means[at] as number)) ** 2, 0));
    const expected = squares.reduce((sum, square) => sum + square, 0) / samples.length;
    const spread = (await trainer.doubt?.(users, movies))?.spread as Float32Array;
    const ratio = Math.sqrt(spread.reduce((sum, value) => sum + value ** 2, 0) / expected);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
    // Of somebody who rated nothing hardly anything is known, and nor of a movie that nobody rated.
    const known = spread.toSorted()[spread.length >> 1] as number;
    const unknown = await trainer.doubt?.(Int32Array.of(59, 0), Int32Array.of(0, 39));
    expect(Math.min(...(unknown?.spread ?? []))).toBeGreaterThan(known);
    trainer.dispose();
  });

  test('finds a posterior that is known: of one number, from many ratings', async () => {
    const options = optionsOf({ users: 2, movies: 2, ratings: 400, userFactors: 1 });
    const { targets } = options.examples;
    const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
    const variance = targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length;
    const trainer = await createSimdTrainer(options, hosts.one);
    const predictions: number[] = [];
    const noises: number[] = [];
    for (let number = 0; number < 600; number++) {
      sweep(trainer);
      const { first } = await trainer.readState();
      const of = (name: string): number => first[`${name}/embeddings`]?.[0] as number;
      const [sampled] = (await trainer.predictSample?.(Int32Array.of(0), Int32Array.of(0))) ?? [];
      expect(sampled).toBeCloseTo(OFFSET + of('user_factors') * of('movie_factors') + of('user_bias') + of('movie_bias'), 4);
      predictions.push(sampled as number);
      noises.push((first.gibbs?.[2] as number) / variance);
    }
    trainer.dispose();
    const settled = predictions.slice(50);
    const middle = settled.reduce((sum, value) => sum + value, 0) / settled.length;
    const spread = Math.sqrt(settled.reduce((sum, value) => sum + (value - middle) ** 2, 0) / settled.length);
    const expected = Math.sqrt(variance / targets.length);
    expect(Math.abs(middle - mean)).toBeLessThan(0.2 * expected);
    expect(spread / expected).toBeGreaterThan(0.9);
    expect(spread / expected).toBeLessThan(1.1);
    expect(noises.slice(50).reduce((sum, noise) => sum + noise, 0) / 550).toBeCloseTo(1, 2);
  });

  test.each<[string, Case, number]>([
    ['constant ratings', {}, 0],
    ['a single rating', { users: 2, movies: 2, ratings: 1 }, 1],
    ['more factors than ratings', { userFactors: 30, users: 4, movies: 4, ratings: 5, ratedSet: true, ratedBy: true }, 1],
  ])('keeps to finite numbers: %s', async (_, of, factor) => {
    const options = optionsOf(of);
    const examples = {
      ...options.examples,
      targets: options.examples.targets.map((target) => OFFSET + factor * (target - OFFSET)),
    };
    const trainer = await createSimdTrainer({ ...options, examples }, hosts.one);
    for (let number = 0; number < 30; number++) sweep(trainer);
    const everybody = Int32Array.from({ length: of.users ?? 30 }, (_, user) => user);
    const scores = await trainer.score(everybody);
    trainer.dispose();
    expect(scores.every(Number.isFinite)).toBe(true);
    if (factor === 0) expect(scores.every((score) => Math.abs(score - OFFSET) < 0.1)).toBe(true);
  });
});

test.each([4, 12])('the %d samples that are kept are spread evenly over all', (slots) => {
  const kept: number[] = [];
  for (let number = 1; number <= 300; number++) {
    const slot = slotOf(number, slots);
    if (slot !== null) kept[slot] = number;
    expect(kept).toHaveLength(Math.min(number, slots));
    const gaps = [0, ...kept.toSorted((a, b) => a - b), number].map((at, i, all) => at - (all[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(1 + (4 * number) / slots);
  }
});

describe('ALS', () => {
  test.each<[string, Case]>([
    ['with biases', {}],
    ['without biases', { biases: false }],
    ['7 factors', { userFactors: 7 }],
  ])('solves each movie given the users, and never lets the objective rise: %s', async (_, of) => {
    const options = optionsOf({ ...of, optimizer: 'als', l2: 0.1, biasL2: 0.03 });
    const trainer = await createSimdTrainer(options, hosts.two);
    const course: number[] = [];
    for (let epoch = 0; epoch < 5; epoch++) {
      sweep(trainer);
      course.push(objective(options, await trainer.readWeights()));
    }
    const weights = await trainer.readWeights();
    trainer.dispose();
    expect(course).toEqual(course.toSorted((a, b) => b - a));
    // No number of a movie can be moved without raising the objective: its rows were solved last.
    for (const name of Object.keys(weights).filter((table) => table.startsWith('movie'))) {
      for (let i = 0; i < (weights[name] as Float32Array).length; i += 3) {
        const moved = (by: number) =>
          objective(options, {
            ...weights,
            [name]: (weights[name] as Float32Array).with(i, (weights[name]?.[i] as number) + by),
          });
        const slope = (moved(2 ** -6) - moved(-(2 ** -6))) / 2 ** -5;
        expect(Math.abs(slope)).toBeLessThan(2e-3);
      }
    }
  });

  test('names a user or a movie whose equations are singular', async () => {
    const options = optionsOf({ optimizer: 'als', l2: 0, biasL2: 0, userFactors: 8, ratings: 30 });
    const trainer = await createSimdTrainer(options, hosts.one);
    expect(() => sweep(trainer)).toThrow('singular');
    trainer.dispose();
  });
});

/** Σ (e² + λ‖p‖² + λ‖q‖² + λ_b (b_u² + b_i²)) over the ratings. */
function objective({ examples, graph }: TrainerOptions, weights: Weights): number {
  const { users, movies, targets } = examples;
  const offset = graph.nodes.at(-1)?.kind === 'scale' ? OFFSET : 0;
  const rowOf = (name: string, row: number): readonly number[] => {
    const node = graph.nodes.find((each) => each.name === name);
    if (node?.kind !== 'embedding') return [0];
    return Array.from((weights[`${name}/embeddings`] as Float32Array).subarray(row * node.width, (row + 1) * node.width));
  };
  return targets.reduce((sum, target, at) => {
    const [u, i] = [users[at] as number, movies[at] as number];
    const [p, q] = [rowOf('user_factors', u), rowOf('movie_factors', i)];
    const [[b = 0], [c = 0]] = [rowOf('user_bias', u), rowOf('movie_bias', i)];
    const match = p.reduce((all, value, f) => all + value * (q[f] as number), 0);
    const norms = [...p, ...q].reduce((all, value) => all + 0.1 * value ** 2, 0.03 * (b ** 2 + c ** 2));
    return sum + (target - offset - match - b - c) ** 2 + norms;
  }, 0);
}

test('a rank that does not fit the memory is refused before the first sweep', async () => {
  const options = optionsOf({ ratings: 300 });
  const graph = buildGraph(resolve({ optimizer: 'gibbs', userFactors: 200 }), { users: 3_000_000, movies: 25 });
  await expect(startMachine({ ...options, graph }, hosts.one)).rejects.toMatchObject({
    code: 'no-memory',
    message: expect.stringMatching(/^The model needs \d{4,} MiB; WebAssembly has 4096 at most\.$/),
    remedy: 'Choose a smaller embedding size, or load less data.',
  });
});
