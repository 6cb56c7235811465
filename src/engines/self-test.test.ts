import { describe, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import { selfTest } from './self-test.ts';
import type { Trainer, TrainerOptions } from './trainer.ts';

/** The reference as an engine, its trainers changed. */
function engineOf(change: (trainer: Trainer, options: TrainerOptions) => Partial<Trainer> = () => ({})): Engine {
  const create = async (options: TrainerOptions) => {
    const trainer = createReferenceTrainer(options);
    return { ...trainer, ...change(trainer, options) };
  };
  return { name: 'simd', label: 'test', lost: new AbortController().signal, create, tensors: () => 0 };
}

/** With predictions that keep so many bits of the mantissa. */
const rounded = (bits: number) =>
  engineOf((trainer) => ({
    predict: async (users, movies) => (await trainer.predict(users, movies)).map((value) => roundTo(bits, value)),
  }));

function roundTo(bits: number, value: number): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) + 1 - bits);
  return Math.round(value / unit) * unit;
}

test('an engine that is right passes, and each trainer is freed', async () => {
  let alive = 0;
  const counted = engineOf((trainer) => {
    alive++;
    return {
      dispose() {
        alive--;
        trainer.dispose();
      },
    };
  });
  const { error, problem } = await selfTest(counted, 'mlp');
  expect(problem).toBeNull();
  expect(error).toBeLessThan(1e-6);
  expect(alive).toBe(0);
});

describe('what is found out', () => {
  test.each([
    ['half floats', 11],
    ['bfloat16', 8],
    ['a bit too few', 23],
  ])('%s', async (_, bits) => {
    expect((await selfTest(rounded(bits), 'dot')).problem).toMatch(/^It gives \S+ instead of the 32-bit number \S+\.$/);
  });

  test('all 24 bits are enough', async () => {
    expect((await selfTest(rounded(24), 'dot')).problem).toBeNull();
  });

  test('a last row that is never found', async () => {
    const short = engineOf((trainer, { graph }) => {
      const rows = Math.max(
        ...graph.nodes.flatMap((node) => (node.kind === 'embedding' && node.of === 'user' ? [node.rows] : [])),
      );
      return {
        predict: (users, movies) =>
          trainer.predict(
            users.map((user) => Math.min(user, rows - 2)),
            movies,
          ),
      };
    });
    expect((await selfTest(short, 'dot')).problem).toMatch(/^It gives 4094 instead of the 32-bit number 4095/);
  });

  test('a last row that is never trained', async () => {
    const lazy = engineOf((_, options) => {
      const { users, movies, targets } = options.examples;
      const last = users.reduce((most, user) => Math.max(most, user), 0);
      const examples = { users: users.map((user) => (user === last ? 0 : user)), movies, targets };
      return createReferenceTrainer({ ...options, examples });
    });
    expect((await selfTest(lazy, 'dot')).problem).toMatch(/^Its results are off by/);
  });

  test('layers that are wrong, where the model has some', async () => {
    const hasLayers = ({ graph }: TrainerOptions): boolean => graph.nodes.some((node) => node.kind === 'dense' && node.useBias);
    const spoilt = engineOf((trainer, options) => ({
      predict: async (users, movies) =>
        (await trainer.predict(users, movies)).map((value) => (hasLayers(options) ? value + 0.01 : value)),
    }));
    expect((await selfTest(spoilt, 'dot')).problem).toBeNull();
    for (const model of ['mlp', 'hybrid'] as const)
      expect((await selfTest(spoilt, model)).problem).toMatch(/^Its results are off by/);
  });
});
