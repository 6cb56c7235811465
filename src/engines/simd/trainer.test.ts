import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import { keptMoments } from '../../core/kept-moments.ts';
import { createRandom, shuffle } from '../../core/random.ts';
import type { Weights } from '../../models/graph.ts';
import { initialWeights } from '../../models/initial-weights.ts';
import {
  byRatingCases,
  featureCases,
  gravityCases,
  groupCases,
  listCases,
  measureParity,
  PARITY_LIMITS,
  parityCase,
  parityCases,
  parityOptions,
} from '../parity.ts';
import { createReferenceTrainer } from '../reference/trainer.ts';
import { RESUMPTION_CASES, resume } from '../resumption.ts';
import type { Trainer, TrainerOptions } from '../trainer.ts';
import { createSimdTrainer } from './trainer.ts';

const oneThread = await createNodeHost(1);
const twoThreads = await createNodeHost(2);
const fourThreads = await createNodeHost(4);

const emptied = (weights: Weights): Weights => Object.fromEntries(Object.keys(weights).map((name) => [name, new Float32Array()]));

const BY_RATING = parityCase('dot + bias by rating', {}, { optimizer: 'sgd-by-rating', users: 90, movies: 60, batchSize: 300 });

const positions = ({ examples }: TrainerOptions): Int32Array => Int32Array.from(examples.targets, (_, i) => i);

/** Trains whole epochs over the examples in the order given. */
function trainEpochs(trainer: Trainer, options: TrainerOptions, epochs: number, learningRate: number): void {
  const order = positions(options);
  for (let epoch = 0; epoch < epochs; epoch++) {
    trainer.beginEpoch(order);
    const steps = trainer.stepsPerEpoch ?? Math.ceil(order.length / options.batchSize);
    for (let index = 0; index < steps; index++) trainer.step(index, learningRate);
  }
}

/** Once for all numbers of threads: the reference, which is slow, is trained once a case. */
const CASES = [
  ...parityCases(['adam', 'lazy-adam', 'sgd', 'adagrad']),
  ...featureCases(['adam', 'lazy-adam', 'sgd', 'adagrad']),
  ...listCases(['adam', 'lazy-adam', 'sgd', 'adagrad']),
  ...gravityCases(['adam', 'lazy-adam', 'sgd', 'adagrad']),
  ...groupCases(),
  ...byRatingCases(),
  parityCase('dot, softmax of one negative', { loss: 'softmax', output: 'raw' }, { batchSize: 34 }),
  ...(['dot', 'mlp'] as const).map((model) =>
    parityCase(`${model}, size 512`, { model, userFactors: 512, movieFactors: 512 }, { steps: 10 }),
  ),
  parityCase('MLP 1-130-3', { model: 'mlp', hidden: [1, 130, 3], dropout: 0.5 }),
  parityCase('MLP without hidden layers', { model: 'mlp', hidden: [] }),
  parityCase('MLP, short last batch', { model: 'mlp' }, { batchSize: 50, steps: 12 }),
];

describe.each([
  ['one thread', oneThread],
  ['two threads', twoThreads],
])('with %s', (_, host) => {
  test.each(CASES)('trains like the reference: $label', async (parity) => {
    const error = await measureParity(parity, (options) => createSimdTrainer(options, host));
    expect(error.loss).toBeLessThan(PARITY_LIMITS.loss);
    expect(error.prediction).toBeLessThan(PARITY_LIMITS.prediction);
  });

  test('gives the same bits twice', async () => {
    const options = parityOptions(parityCase('', { model: 'mlp', dropout: 0.2 }, { batchSize: 100 }));
    const runs = [0, 1].map(async () => {
      const trainer = await createSimdTrainer(options, host);
      trainEpochs(trainer, options, 60, 0.01);
      const weights = await trainer.readWeights();
      trainer.dispose();
      return weights;
    });
    const [first, second] = await Promise.all(runs);
    expect(first).toEqual(second);
  });

  test.each([...RESUMPTION_CASES, BY_RATING])('goes on from a state as if nothing had happened: $label', async (parity) => {
    const { through, resumed } = await resume(parity, (options) => createSimdTrainer(options, host));
    expect(resumed).toEqual([through]);
  });

  test('has as many threads as it was given', async () => {
    const trainer = await createSimdTrainer(parityOptions(parityCase('', {})), host);
    expect(trainer.threads.most).toBe(host.threads);
    trainer.dispose();
  });
});

describe('the number of threads changes no bit', () => {
  const features = { ratedSet: true, genres: true, releaseYear: true };
  test.each([
    ['the dot product', {}],
    ['an MLP with dropout', { model: 'mlp', dropout: 0.2 }],
    ['bags', { ...features, model: 'hybrid' }],
    ['two tasks', { listWeight: 0.5 }],
    ['groups', { loss: 'softmax', negatives: '7', output: 'raw' }],
  ] as const)('of %s', async (_, configuration) => {
    const options = parityOptions(parityCase('', configuration, { users: 90, movies: 60, batchSize: 2048, steps: 2 }));
    const outcomes = [];
    for (const host of [oneThread, twoThreads, fourThreads]) {
      const trainer = await createSimdTrainer(options, host);
      expect(trainer.threads.most).toBe(host.threads);
      trainEpochs(trainer, options, 5, 0.01);
      const loss = await trainer.takeLoss();
      outcomes.push({ loss, state: await trainer.readState(), scores: await trainer.score(Int32Array.of(0, 89)) });
      trainer.dispose();
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test('of single ratings', async () => {
    const options = parityOptions(BY_RATING);
    const outcomes = [];
    for (const host of [oneThread, twoThreads, fourThreads]) {
      const trainer = await createSimdTrainer(options, host);
      expect(trainer.threads.most).toBe(host.threads);
      trainEpochs(trainer, options, 5, 0.02);
      outcomes.push({ loss: await trainer.takeLoss(), state: await trainer.readState() });
      trainer.dispose();
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test('nor does another number in the midst of an epoch', async () => {
    const options = parityOptions(parityCase('', { model: 'mlp' }, { users: 90, movies: 60, batchSize: 2048, steps: 6 }));
    const [changing, plain] = [await createSimdTrainer(options, fourThreads), await createSimdTrainer(options, oneThread)];
    for (const trainer of [changing, plain]) trainer.beginEpoch(positions(options));
    for (let index = 0; index * 2048 < options.examples.targets.length; index++) {
      changing.threads.use([1, 2, 4][index % 3] as number);
      for (const trainer of [changing, plain]) trainer.step(index, 0.01);
    }
    expect(await changing.readState()).toEqual(await plain.readState());
    for (const trainer of [changing, plain]) trainer.dispose();
  });
});

describe('dense Adam with updates put off', () => {
  /** Most rows are read rarely, some only in the first step, some never. */
  function sparseOptions(): TrainerOptions {
    const parity = parityCase(
      '',
      { userFactors: 3, movieFactors: 3, l2: 0.01 },
      { users: 400, movies: 300, batchSize: 3, optimizer: 'adam' },
    );
    const options = parityOptions(parity);
    const random = createRandom(3, 'sparse');
    const count = 6000;
    const pick = (size: number) => Int32Array.from({ length: count }, () => Math.floor((size - 10) * random.next() ** 4));
    const [users, movies] = [pick(400), pick(300)];
    users.set([392, 393, 394]);
    movies.set([292, 293, 294]);
    const targets = Float32Array.from({ length: count }, () => 1 + 4 * random.next());
    return { ...options, examples: { users, movies, targets } };
  }

  test('follows the reference over 5,000 steps with a decaying learning rate', { timeout: 60_000 }, async () => {
    const options = sparseOptions();
    const engine = await createSimdTrainer(options, twoThreads);
    const reference = createReferenceTrainer(options);
    const order = positions(options);
    for (let step = 0; step < 5000; step++) {
      const index = step % 2000;
      if (index === 0) for (const trainer of [engine, reference]) trainer.beginEpoch(order);
      // The first three examples come in the first epoch alone.
      if (index === 0 && step > 0) continue;
      for (const trainer of [engine, reference]) trainer.step(index, 0.002 * 0.8 ** Math.floor(step / 500));
    }
    const [actual, expected] = [await engine.takeLoss(), await reference.takeLoss()];
    expect(actual.examples).toBe(expected.examples);
    expect(Math.abs(actual.total / expected.total - 1)).toBeLessThan(1e-5);
    const [weights, wanted] = [await engine.readWeights(), await reference.readWeights()];
    for (const [name, values] of Object.entries(wanted)) {
      const worst = values.reduce((max, value, i) => Math.max(max, Math.abs(value - (weights[name]?.[i] ?? Number.NaN))), 0);
      expect(worst, name).toBeLessThan(1e-4);
    }
    engine.dispose();
  });

  test.each(['of as many targets', 'of few targets'])(
    'depends in no bit on whether examples come in pieces: %s',
    async (kind) => {
      const options = sparseOptions();
      const { users, movies, targets } = options.examples;
      const held = { users, movies, targets: kind === 'of few targets' ? targets.map(Math.round) : targets };
      const count = targets.length;
      function* pieces() {
        for (const [from, to] of [
          [0, 1000],
          [1000, 1001],
          [1001, count],
        ] as const) {
          yield { users: users.subarray(from, to), movies: movies.subarray(from, to), targets: held.targets.subarray(from, to) };
        }
      }
      const states = [held, { ...held, inPieces: { count, pieces } }].map(async (examples) => {
        const trainer = await createSimdTrainer({ ...options, examples }, oneThread);
        trainEpochs(trainer, { ...options, examples: held }, 1, 0.01);
        const state = await trainer.readState();
        trainer.dispose();
        return state;
      });
      expect(await states[1]).toEqual(await states[0]);
    },
  );

  test('depends in no bit on when the weights are read or users are scored', async () => {
    const options = sparseOptions();
    const [read, unread] = [await createSimdTrainer(options, oneThread), await createSimdTrainer(options, oneThread)];
    const order = positions(options);
    for (const trainer of [read, unread]) trainer.beginEpoch(order);
    for (let index = 0; index < 300; index++) {
      for (const trainer of [read, unread]) trainer.step(index, 0.01);
      if (index % 7 === 0) await read.readWeights();
      if (index % 13 === 0) await read.score(Int32Array.of(index));
      if (index % 17 === 0) await read.readState();
    }
    expect(await read.readState()).toEqual(await unread.readState());
    const { users, movies } = options.examples;
    expect(await read.predict(users, movies)).toEqual(await unread.predict(users, movies));
  });
});

describe('weights', () => {
  test.each(['dot', 'mlp'] as const)('come back as they were written: %s', async (model) => {
    const options = parityOptions(parityCase('', { model, userFactors: 7, movieFactors: 5, hidden: [9, 2] }));
    const trainer = await createSimdTrainer(options, twoThreads);
    expect(await trainer.readWeights()).toEqual(options.weights);
    const others = initialWeights(options.graph, 99);
    trainer.writeWeights(others);
    expect(await trainer.readWeights()).toEqual(others);
    trainer.dispose();
  });

  test('that are written start the optimizer over', async () => {
    const options = parityOptions(parityCase('', { model: 'mlp' }));
    const [used, fresh] = [await createSimdTrainer(options, oneThread), await createSimdTrainer(options, oneThread)];
    trainEpochs(used, options, 3, 0.01);
    used.writeWeights(options.weights);
    for (const trainer of [used, fresh]) trainEpochs(trainer, options, 2, 0.01);
    expect(await used.readWeights()).toEqual(await fresh.readWeights());
  });

  test('with moments come back as they were written', async () => {
    const model = { model: 'mlp', userFactors: 7, movieFactors: 5, hidden: [9] } as const;
    for (const [optimizer, momentum] of [
      ['adam', 0],
      ['lazy-adam', 0],
      ['adagrad', 0],
      ['sgd', 0],
      ['sgd', 0.5],
    ] as const) {
      const options = parityOptions(parityCase('', { ...model, momentum }, { optimizer }));
      const { graph } = options;
      const trainer = await createSimdTrainer(options, twoThreads);
      const kept = keptMoments(options);
      const moment = (isKept: boolean, seed: number) => (isKept ? initialWeights(graph, seed) : emptied(options.weights));
      const [first, second] = [moment(kept.first, 98), moment(kept.second, 97)];
      const state = { weights: initialWeights(graph, 99), first, second, steps: 5000 };
      trainer.writeState(state);
      expect(await trainer.readState()).toEqual(state);
      trainer.dispose();
    }
  });

  test('of the wrong size are refused, and the old ones stay', async () => {
    const options = parityOptions(parityCase('', {}));
    const trainer = await createSimdTrainer(options, oneThread);
    expect(() => trainer.writeWeights({ ...options.weights, 'user_bias/embeddings': new Float32Array(3) })).toThrow(RangeError);
    expect(await trainer.readWeights()).toEqual(options.weights);
  });
});

describe('scores', () => {
  test.each([oneThread, twoThreads])('are the predictions of every movie (%#)', async (host) => {
    const options = parityOptions(parityCase('', { model: 'mlp' }, { users: 700, movies: 400 }));
    const trainer = await createSimdTrainer(options, host);
    trainEpochs(trainer, options, 2, 0.01);
    const users = shuffle(
      Int32Array.from({ length: 700 }, (_, user) => user),
      createRandom(1, 'users'),
    ).subarray(0, 200);
    const scores = await trainer.score(users);
    const pairs = users.length * 400;
    const expected = await trainer.predict(
      Int32Array.from({ length: pairs }, (_, i) => users[Math.floor(i / 400)] as number),
      Int32Array.from({ length: pairs }, (_, i) => i % 400),
    );
    expect(scores).toEqual(expected);
    trainer.dispose();
  });

  test.each(['dot', 'mlp', 'hybrid'] as const)(
    'of one user are the same bits as among those of all, on the weights of now: %s',
    async (model) => {
      const features = { ratedSet: true, genres: true, releaseYear: true, demographics: true };
      const options = parityOptions(parityCase('', { ...features, model, userFactors: 5, movieFactors: 7, hidden: [9, 4] }));
      const trainer = await createSimdTrainer(options, twoThreads);
      for (let round = 0; round < 2; round++) {
        trainEpochs(trainer, options, 2, 0.05);
        const all = await trainer.score(Int32Array.from({ length: 40 }, (_, user) => user));
        for (const user of [39, 0, 17]) {
          expect(await trainer.score(Int32Array.of(user, user))).toEqual(
            Float32Array.from({ length: 60 }, (_, i) => all[30 * user + (i % 30)] as number),
          );
          expect(await trainer.predict(Int32Array.of(user), Int32Array.of(29))).toEqual(
            all.slice(30 * user + 29, 30 * user + 30),
          );
        }
      }
      trainer.dispose();
    },
  );

  test('of no users are none', async () => {
    const trainer = await createSimdTrainer(parityOptions(parityCase('', {})), oneThread);
    expect(await trainer.score(new Int32Array())).toHaveLength(0);
  });
});

describe('at the door', () => {
  test('refuses indices outside their tables', async () => {
    const options = parityOptions(parityCase('', {}));
    const beyond = { ...options.examples, users: options.examples.users.map((user, i) => (i === 5 ? 40 : user)) };
    await expect(createSimdTrainer({ ...options, examples: beyond }, oneThread)).rejects.toThrow(RangeError);
    const trainer = await createSimdTrainer(options, oneThread);
    await expect(trainer.predict(Int32Array.of(-1), Int32Array.of(0))).rejects.toThrow(RangeError);
    await expect(trainer.score(Int32Array.of(40))).rejects.toThrow(RangeError);
    expect(() => trainer.beginEpoch(Int32Array.of(options.examples.targets.length))).toThrow(RangeError);
  });

  test('refuses batches outside the epoch', async () => {
    const options = parityOptions(parityCase('', {}));
    const trainer = await createSimdTrainer(options, oneThread);
    expect(() => trainer.step(0, 0.01)).toThrow(RangeError);
    trainer.beginEpoch(positions(options));
    for (const index of [-1, 3, 0.5, Number.NaN]) expect(() => trainer.step(index, 0.01)).toThrow(RangeError);
  });

  test('refuses work once it has been disposed of', async () => {
    const options = parityOptions(parityCase('', {}));
    const trainer = await createSimdTrainer(options, twoThreads);
    trainer.beginEpoch(positions(options));
    trainer.dispose();
    trainer.dispose();
    expect(() => trainer.step(0, 0.01)).toThrow('disposed');
    await expect(trainer.readWeights()).rejects.toThrow('disposed');
  });
});

describe('when a helper thread does not start', () => {
  test('goes on with one thread and says why', async () => {
    const reasons: string[] = [];
    const options = parityOptions(parityCase('', {}));
    const trainer = await createSimdTrainer(options, {
      ...twoThreads,
      startThread: async () => {
        throw new Error('no more workers');
      },
      onFallback: ({ message }) => reasons.push(message),
    });
    expect(reasons).toEqual(['A training thread did not start: no more workers']);
    expect(trainer.threads.most).toBe(1);
    trainEpochs(trainer, options, 1, 0.01);
    expect((await trainer.takeLoss()).examples).toBe(options.examples.targets.length);
  });
});
