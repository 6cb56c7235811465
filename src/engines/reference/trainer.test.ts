import { describe, expect, test } from 'vitest';
import type { Graph, Weights } from '../../models/graph.ts';
import type { OptimizerName, Trainer, TrainerOptions } from '../trainer.ts';
import { createReferenceTrainer } from './trainer.ts';

/** r̂ = the user's one number + the movie's one number: small enough to follow by hand. */
const graphOf = (l2: number): Graph => {
  const table = { kind: 'embedding', width: 1, initializer: { kind: 'zeros' }, l2 } as const;
  return {
    nodes: [
      { ...table, name: 'user', of: 'user', rows: 3 },
      { ...table, name: 'movie', of: 'movie', rows: 2 },
      { kind: 'add', name: 'sum', inputs: ['user', 'movie'] },
    ],
  };
};
const WEIGHTS: Weights = { 'user/embeddings': Float32Array.of(1, 2, 3), 'movie/embeddings': Float32Array.of(0.5, -0.5) };
const EXAMPLES = {
  users: Int32Array.of(0, 1, 0, 1, 0),
  movies: Int32Array.of(0, 1, 1, 0, 0),
  targets: Float32Array.of(3, 1, 2, 5, 4),
};
const ORDER = Int32Array.of(4, 2, 0, 1, 3);
const RATE = 0.1;
const L2 = 0.25;

const create = (optimizer: OptimizerName, rest: Partial<TrainerOptions> = {}): Trainer =>
  createReferenceTrainer({
    graph: graphOf(L2),
    weights: WEIGHTS,
    examples: EXAMPLES,
    optimizer,
    momentum: 0,
    clip: 0,
    batchSize: 2,
    seed: 1,
    ...rest,
  });

/** Trains whole epochs over ORDER and reads every weight: users, then movies. */
async function trained(trainer: Trainer, epochs: number): Promise<readonly number[]> {
  for (let epoch = 0; epoch < epochs; epoch++) {
    trainer.beginEpoch(ORDER);
    for (const index of [0, 1, 2]) trainer.step(index, RATE);
  }
  const weights = await trainer.readWeights();
  return [...(weights['user/embeddings'] as Float32Array), ...(weights['movie/embeddings'] as Float32Array)];
}

const BATCHES = [[4, 2], [0, 1], [3]] as const;

/** The same training number by number; `update` is the optimizer's formula for one number. */
function byHand(
  epochs: number,
  lazy: boolean,
  update: (at: number, gradient: number, step: number) => number,
): readonly number[] {
  const w = [1, 2, 3, 0.5, -0.5];
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const batch of BATCHES) {
      step++;
      const gradient = [0, 0, 0, 0, 0];
      const read = new Set<number>();
      for (const at of batch) {
        const [u, m] = [EXAMPLES.users[at] as number, 3 + (EXAMPLES.movies[at] as number)];
        const error = (w[u] as number) + (w[m] as number) - (EXAMPLES.targets[at] as number);
        for (const i of [u, m]) {
          read.add(i);
          gradient[i] = (gradient[i] as number) + (2 * error + 2 * L2 * (w[i] as number)) / batch.length;
        }
      }
      gradient.forEach((g, i) => {
        if (!lazy || read.has(i)) w[i] = (w[i] as number) + update(i, g, step);
      });
    }
  }
  return w;
}

function adam(): (at: number, gradient: number, step: number) => number {
  const [m, v] = [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ];
  return (at, gradient, step) => {
    m[at] = 0.9 * (m?.[at] as number) + 0.1 * gradient;
    v[at] = 0.999 * (v?.[at] as number) + 0.001 * gradient * gradient;
    const unbiased = Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step);
    return (-RATE * unbiased * m[at]) / (Math.sqrt(v[at]) + 1e-7);
  };
}

const expectClose = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 6);
  });
};

describe('optimizers follow their formula number by number', () => {
  test('sgd', async () => {
    expectClose(
      await trained(create('sgd'), 4),
      byHand(4, false, (_, gradient) => -RATE * gradient),
    );
  });

  test('sgd with momentum, where numbers that a batch does not read roll on', async () => {
    const step = [0, 0, 0, 0, 0];
    const update = (at: number, gradient: number): number => {
      step[at] = 0.7 * (step[at] as number) - RATE * gradient;
      return step[at];
    };
    expectClose(await trained(create('sgd', { momentum: 0.7 }), 4), byHand(4, false, update));
  });

  test('adagrad', async () => {
    const sums = [0.1, 0.1, 0.1, 0.1, 0.1];
    const update = (at: number, gradient: number): number => {
      sums[at] = (sums[at] as number) + gradient * gradient;
      return (-RATE * gradient) / Math.sqrt(sums[at] + 1e-7);
    };
    expectClose(await trained(create('adagrad'), 4), byHand(4, false, update));
  });

  test('gradients are clipped number by number once they are summed, L2 included', async () => {
    const held = (gradient: number): number => Math.min(0.9, Math.max(-0.9, gradient));
    const update = (_: number, gradient: number): number => -RATE * held(gradient);
    const clipped = await trained(create('sgd', { clip: 0.9 }), 4);
    expectClose(clipped, byHand(4, false, update));
    expect(clipped).not.toEqual(await trained(create('sgd'), 4));
  });

  test('adam, where numbers that a batch does not read still move by what they remember', async () => {
    expectClose(await trained(create('adam'), 4), byHand(4, false, adam()));
  });

  test('lazy adam, where they rest', async () => {
    expectClose(await trained(create('lazy-adam'), 4), byHand(4, true, adam()));
  });

  test('adam and lazy adam are two things', async () => {
    const [whole, lazy] = [await trained(create('adam'), 4), await trained(create('lazy-adam'), 4)];
    expect(Math.abs((whole[1] as number) - (lazy[1] as number))).toBeGreaterThan(1e-3);
  });

  test('a user who is in no batch stays', async () => {
    for (const optimizer of ['sgd', 'adam', 'lazy-adam'] as const) expect((await trained(create(optimizer), 2))[2]).toBe(3);
  });
});

describe('loss', () => {
  test('is the sum of squared errors before each step, without L2, and starts anew when taken', async () => {
    const trainer = create('sgd');
    trainer.beginEpoch(ORDER);
    trainer.step(0, RATE);
    // Examples 4 and 2 at the first weights: (1 + 0.5 − 4)² + (1 − 0.5 − 2)².
    expect(await trainer.takeLoss()).toEqual({ total: expect.closeTo(6.25 + 2.25, 9), examples: 2 });
    expect(await trainer.takeLoss()).toEqual({ total: 0, examples: 0 });
    trainer.step(1, RATE);
    trainer.step(2, RATE);
    expect((await trainer.takeLoss()).examples).toBe(3);
  });
});

describe('predictions', () => {
  test('are the sum of the two numbers', async () => {
    const predictions = await create('sgd').predict(Int32Array.of(2, 0), Int32Array.of(1, 0));
    expect([...predictions]).toEqual([2.5, 1.5]);
  });

  test('scores stand user by user, movie by movie', async () => {
    expect([...(await create('sgd').score(Int32Array.of(2, 0)))]).toEqual([3.5, 2.5, 1.5, 0.5]);
  });
});

describe('weights', () => {
  test('what is read is a copy', async () => {
    const trainer = create('sgd');
    const weights = await trainer.readWeights();
    (weights['user/embeddings'] as Float32Array).fill(99);
    expect([...((await trainer.readWeights())['user/embeddings'] as Float32Array)]).toEqual([1, 2, 3]);
  });

  test('the weights given are left alone', async () => {
    await trained(create('adam'), 2);
    expect([...(WEIGHTS['user/embeddings'] as Float32Array)]).toEqual([1, 2, 3]);
  });

  test('writing weights starts from the beginning: moments and steps are forgotten', async () => {
    const trainer = create('adam');
    const once = await trained(trainer, 3);
    trainer.writeWeights(WEIGHTS);
    expect(await trained(trainer, 3)).toEqual(once);
  });
});

describe('dropout', () => {
  const graph: Graph = {
    nodes: [
      ...graphOf(0).nodes.slice(0, 2),
      { kind: 'dropout', name: 'dropped', input: 'user', rate: 0.5 },
      { kind: 'add', name: 'sum', inputs: ['dropped', 'movie'] },
    ],
  };

  test('is drawn from the seed, anew at every step, and not when predicting', async () => {
    const losses = async (seed: number): Promise<readonly number[]> => {
      const trainer = create('sgd', { graph, seed });
      const taken: number[] = [];
      for (let epoch = 0; epoch < 8; epoch++) {
        trainer.beginEpoch(ORDER);
        trainer.step(0, 0);
        taken.push((await trainer.takeLoss()).total);
      }
      return taken;
    };
    expect(await losses(1)).toEqual(await losses(1));
    expect(await losses(1)).not.toEqual(await losses(2));
    expect(new Set(await losses(1)).size).toBeGreaterThan(1);
    expect([...(await create('sgd', { graph }).predict(Int32Array.of(2), Int32Array.of(1)))]).toEqual([2.5]);
  });
});
