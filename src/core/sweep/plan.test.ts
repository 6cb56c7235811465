import { describe, expect, test } from 'vitest';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { resolve } from '../settings/defaults.ts';
import { countEpochs, countTrials, nextTrial, planSweep, rungsOf, type SweepPlan, trialRecords } from './plan.ts';
import { testSweep } from './sweep.fixture.ts';
import type { SweepSettings } from './sweep-settings.ts';

const BASE = resolve({ epochs: 8, timeBudget: 30 });
const { data } = testRecord();
const planOf = (parts: Partial<SweepSettings> = {}): SweepPlan => planSweep(testSweep(parts), BASE, data);

/** The record of a trial whose error is that of its first epoch, or which failed. */
function recordOf({ id }: SweepPlan, place: number, error: number | 'failed', epochs = 8): RunRecord {
  const [first] = testRecord().epochs;
  return testRecord(
    { epochs },
    {
      id: `${id}-${place}`,
      group: { id, place },
      ...(error === 'failed'
        ? { outcome: 'failed', epochs: [] }
        : { epochs: [{ ...(first as RunRecord['epochs'][number]), validationError: error }] }),
    },
  );
}

/** Conducts a sweep; `errorOf` says what each trial comes to. */
function conduct(plan: SweepPlan, errorOf: (place: number) => number | 'failed', records: readonly RunRecord[] = []) {
  const done = [...records];
  const order: number[] = [];
  for (;;) {
    const trial = nextTrial(plan, trialRecords(plan, done));
    if (trial === null) return { order, done };
    order.push(trial.place);
    done.push(recordOf(plan, trial.place, errorOf(trial.place), trial.configuration.epochs));
  }
}

describe('a grid', () => {
  test('trains every combination once, whatever fails', () => {
    expect(conduct(planOf(), (place) => (place === 2 ? 'failed' : 1)).order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('shares all settings but those that vary; a run’s time budget would make trials differ by machine', () => {
    const trial = nextTrial(planOf(), new Map());
    expect(trial?.configuration).toEqual({ ...BASE, timeBudget: 0, learningRate: 0.001, userFactors: 8, movieFactors: 8 });
  });

  test('goes on with what is missing, wherever it was ended', () => {
    const plan = planOf();
    for (let ended = 0; ended <= 6; ended++) {
      const before = Array.from({ length: ended }, (_, place) => recordOf(plan, place, 1));
      expect(conduct(plan, () => 1, before).order).toEqual([0, 1, 2, 3, 4, 5].slice(ended));
    }
  });
});

describe('successive halving', () => {
  const HALVING = { halving: true, method: 'random', trials: 9 } as const;
  const errors = [0.9, 0.8, 0.85, 0.95, 0.7, 0.99, 'failed', 0.92, 0.91] as const;
  const errorOf = (place: number): number | 'failed' => errors[place % 9] ?? 'failed';

  test('keeps the best third from round to round, for three times the epochs', () => {
    expect(rungsOf(testSweep(HALVING), BASE)).toEqual([
      { count: 9, epochs: 1 },
      { count: 3, epochs: 3 },
      { count: 1, epochs: 8 },
    ]);
    const { order, done } = conduct(planOf(HALVING), errorOf);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9 + 1, 9 + 2, 9 + 4, 18 + 4]);
    expect(done.at(-1)?.configuration.epochs).toBe(8);
  });

  test('comes to the same wherever it was ended', () => {
    const plan = planOf(HALVING);
    const whole = conduct(plan, errorOf);
    for (const [ended] of whole.order.entries()) {
      const again = conduct(plan, errorOf, whole.done.slice(0, ended));
      expect(again.order).toEqual(whole.order.slice(ended));
    }
  });

  test('goes on where all have failed', () => {
    expect(conduct(planOf(HALVING), () => 'failed').order).toHaveLength(13);
  });

  test('trains far less than all trials would', () => {
    const sweep = testSweep({ ...HALVING, trials: 24 });
    expect(countEpochs(sweep, BASE)).toBeLessThanOrEqual(0.4 * countEpochs({ ...sweep, halving: false }, BASE));
    expect(countTrials(rungsOf(sweep, BASE))).toBe(24 + 8 + 3);
  });
});

test('a sweep is the same one as long as its settings and its data are', () => {
  expect(planOf({ seconds: 60 }).id).toBe(planOf().id);
  const others = [
    planOf({ seed: 2 }),
    planSweep(testSweep(), { ...BASE, batchSize: 64 }, data),
    planSweep(testSweep(), BASE, { ...data, name: 'other' }),
  ];
  for (const other of others) expect(other.id).not.toBe(planOf().id);
  expect(planOf().id).toMatch(/^[\w-]{1,60}$/);
});
