import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { learningRateAt, type RunLength, type Schedule, type ScheduleName } from './learning-rate.ts';

const LENGTH: RunLength = { epochs: 4, stepsPerEpoch: 25 };
const schedule = (name: ScheduleName, rest: Partial<Schedule> = {}): Schedule => ({
  schedule: name,
  learningRate: 0.08,
  decay: 0.5,
  warmup: 0,
  ...rest,
});
const rates = (of: Schedule, length = LENGTH): number[] =>
  Array.from({ length: length.epochs * length.stepsPerEpoch }, (_, step) => learningRateAt(of, length, step));

describe('without warm-up', () => {
  it('a constant rate stays', () => {
    expect(new Set(rates(schedule('constant')))).toEqual(new Set([0.08]));
  });

  it('an exponential one is multiplied by the decay at every epoch, and stays within it', () => {
    const drawn = rates(schedule('exponential'));
    expect([0, 24, 25, 49, 50, 75, 99].map((at) => drawn[at])).toEqual([0.08, 0.08, 0.04, 0.04, 0.02, 0.01, 0.01]);
  });

  it('a cosine starts at the full rate, is half of it halfway, and falls all the time towards 0', () => {
    const drawn = rates(schedule('cosine'));
    expect(drawn[0]).toBe(0.08);
    expect(drawn[50]).toBeCloseTo(0.04, 12);
    expect(drawn[25]).toBeCloseTo(0.08 * Math.cos(Math.PI / 8) ** 2, 12);
    expect(drawn[99]).toBeCloseTo(0.08 * Math.sin(Math.PI / 200) ** 2, 12);
    expect(drawn).toEqual(drawn.toSorted((a, b) => b - a));
  });

  it('one cycle rises over a quarter from a 25th, and ends near nothing', () => {
    const drawn = rates(schedule('one-cycle'));
    expect(drawn[0]).toBeCloseTo(0.08 / 25, 12);
    expect(drawn[25]).toBe(0.08);
    expect(drawn[99]).toBeLessThan(0.08 * 1e-3);
    expect(drawn.slice(0, 26)).toEqual(drawn.slice(0, 26).toSorted((a, b) => a - b));
    expect(drawn.slice(25)).toEqual(drawn.slice(25).toSorted((a, b) => b - a));
  });
});

describe('with warm-up over a fifth', () => {
  test.each(['constant', 'exponential', 'cosine'] as const)('%s rises in equal steps to the full rate', (name) => {
    const drawn = rates(schedule(name, { warmup: 0.2 }));
    expect(drawn[0]).toBeCloseTo(0.08 / 20, 12);
    expect(drawn[9]).toBeCloseTo(0.04, 12);
    expect(drawn[19]).toBe(0.08);
    expect(drawn[20]).toBeCloseTo(0.08, 12);
  });

  it('one cycle has its peak there', () => {
    const drawn = rates(schedule('one-cycle', { warmup: 0.2 }));
    expect(drawn.indexOf(Math.max(...drawn))).toBe(20);
  });
});

it('is positive, finite and at most the full rate, whatever the schedule and the length of the run', () => {
  const NAMES: readonly ScheduleName[] = ['constant', 'exponential', 'cosine', 'one-cycle'];
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (name, warmup, decay, epochs, stepsPerEpoch) => {
        for (const rate of rates(schedule(name, { warmup, decay }), { epochs, stepsPerEpoch })) {
          expect(rate).toBeGreaterThan(0);
          expect(rate).toBeLessThanOrEqual(0.08 * (1 + 1e-12));
        }
      },
    ),
  );
});
