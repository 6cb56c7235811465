import { describe, expect, it, test } from 'vitest';
import { parityCase, parityOptions } from '../engines/parity.ts';
import { createReferenceTrainer } from '../engines/reference/trainer.ts';
import type { Trainer } from '../engines/trainer.ts';
import { type RateTrial, suggestRate, tryRates } from './find-rate.ts';

/** Gradient descent on the quadratic c/2 · w², which diverges from a rate of 2/c on. */
function quadratic(curvature: number): Trainer {
  let w = 1;
  let loss = 0;
  return {
    beginEpoch: () => undefined,
    step(_: number, rate: number) {
      loss = (curvature / 2) * w ** 2;
      w -= rate * curvature * w;
    },
    takeLoss: async () => ({ total: loss, examples: 1 }),
  } as unknown as Trainer;
}

async function all(trainer: Trainer): Promise<RateTrial[]> {
  const trials: RateTrial[] = [];
  for await (const trial of tryRates({ trainer, loss: 'squared', count: 10, batchSize: 5, seed: 1 })) trials.push(trial);
  return trials;
}

describe('on a quadratic', () => {
  test.each([1, 10, 100])('of curvature %d it suggests a rate that converges, not a needlessly small one', async (curvature) => {
    const trials = await all(quadratic(curvature));
    const rate = suggestRate(trials) ?? Number.NaN;
    expect(rate).toBeLessThan(2 / curvature);
    expect(rate).toBeGreaterThan(0.005 / curvature);
  });

  it('ends where the loss explodes', async () => {
    const trials = await all(quadratic(100));
    expect(trials.length).toBeLessThan(120);
    const lowest = Math.min(...trials.map(({ error }) => error));
    expect(trials.at(-1)?.error).toBeLessThanOrEqual(2 * lowest * (1 + 1e-9));
    expect(trials.every(({ error }) => Number.isFinite(error))).toBe(true);
  });
});

it('tries rising rates on a model', async () => {
  const options = parityOptions(parityCase('', {}));
  const trainer = createReferenceTrainer(options);
  const rates: number[] = [];
  const search = {
    trainer,
    loss: 'squared' as const,
    count: options.examples.targets.length,
    batchSize: options.batchSize,
    seed: 1,
  };
  for await (const { rate } of tryRates(search)) {
    rates.push(rate);
    if (rates.length === 20) break;
  }
  expect(rates[0]).toBeCloseTo(1e-5, 12);
  expect(rates).toEqual(rates.toSorted((a, b) => a - b));
});

it('has nothing to suggest where the error never falls', () => {
  expect(suggestRate([])).toBeNull();
  expect(suggestRate([1, 2, 3].map((error) => ({ rate: error, error })))).toBeNull();
});
