import { describe, expect, test } from 'vitest';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { resolve } from '../settings/defaults.ts';
import { nextTrial, planSweep, type SweepPlan, secondsTrained, type Trial, trialRecords } from './plan.ts';
import { bracketsOf, countEpochs, countTrials } from './rounds.ts';
import { RATES, testSweep } from './sweep.fixture.ts';
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
  const trials: Trial[] = [];
  for (;;) {
    const trial = nextTrial(plan, trialRecords(plan, done));
    if (trial === null) return { order: trials.map(({ place }) => place), trials, done };
    trials.push(trial);
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
  const HALVING = { rounds: 'halving', method: 'random', trials: 9 } as const;
  const errors = [0.9, 0.8, 0.85, 0.95, 0.7, 0.99, 'failed', 0.92, 0.91] as const;
  const errorOf = (place: number): number | 'failed' => errors[place % 9] ?? 'failed';

  test('keeps the best third from round to round, for three times the epochs', () => {
    expect(bracketsOf(testSweep(HALVING), BASE)).toEqual([
      [
        { level: 0, count: 9, epochs: 1 },
        { level: 1, count: 3, epochs: 3 },
        { level: 2, count: 1, epochs: 8 },
      ],
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
    expect(countEpochs(sweep, BASE)).toBeLessThanOrEqual(0.32 * countEpochs({ ...sweep, rounds: 'full' }, BASE));
    expect(countTrials(bracketsOf(sweep, BASE))).toBe(24 + 8 + 3);
  });

  test('goes on from the trials of the round before, whose states are kept until then and no longer', () => {
    const { trials, done } = conduct(planOf(HALVING), errorOf);
    for (const { place, from, keeps } of trials) {
      expect(from).toBe(place < 9 ? null : place - 9);
      if (from !== null) expect(keeps).toContain(from);
    }
    const held = new Set<number>();
    for (const { place, from, keeps } of trials) {
      for (const one of held) if (!keeps.includes(one)) held.delete(one);
      if (from !== null) expect(held).toContain(from);
      if (keeps.includes(place)) held.add(place);
      expect(held.size).toBeLessThanOrEqual(4);
    }
    const last = done.filter(({ group }) => [9 + 1, 9 + 2, 18 + 4, 0, 3, 5, 6, 7, 8].includes(group?.place ?? -1));
    expect(secondsTrained(planOf(HALVING), trialRecords(planOf(HALVING), done))).toBe(
      last.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    );
  });

  test.each(['cosine', 'one-cycle'] as const)(
    'begins anew with a %s schedule, which depends on the number of epochs',
    (schedule) => {
      const { trials } = conduct(planSweep(testSweep(HALVING), { ...BASE, schedule }, data), errorOf);
      expect(trials.map(({ from }) => from)).toEqual(trials.map(() => null));
    },
  );
});

describe('Hyperband', () => {
  const HYPERBAND = { rounds: 'hyperband', method: 'random', trials: 24 } as const;
  const plan = planOf(HYPERBAND);
  const errorOf = (place: number): number => ((place % 24) * 7) % 24;

  test('has a bracket for each number of epochs to begin with, of about the same cost', () => {
    const sizes = bracketsOf(plan, BASE).map((bracket) => bracket.map(({ count, epochs }) => [count, epochs]));
    expect(sizes).toEqual([
      [
        [13, 1],
        [5, 3],
        [2, 8],
      ],
      [
        [7, 3],
        [3, 8],
      ],
      [[4, 8]],
    ]);
  });

  test('trains every candidate in one bracket, of a grid in an order by its seed', () => {
    for (const grid of [plan, planOf({ ...HYPERBAND, method: 'grid', axes: [{ ...RATES, steps: 24 }] })]) {
      const { order } = conduct(grid, errorOf);
      expect(order).toHaveLength(13 + 5 + 2 + (7 + 3) + 4);
      const candidates = order.map((place) => place % 24);
      expect(new Set(candidates).size).toBe(24);
      const levels = order.filter((place) => place < 24);
      expect(levels).toHaveLength(13);
    }
  });

  test('comes to the same wherever it was ended', () => {
    const whole = conduct(plan, errorOf);
    for (const [ended] of whole.order.entries()) {
      expect(conduct(plan, errorOf, whole.done.slice(0, ended)).order).toEqual(whole.order.slice(ended));
    }
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
