import { describe, expect, test } from 'vitest';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { resolve } from '../settings/defaults.ts';
import { isPlannedSo, nextTrial, planSweep, type SweepPlan, secondsTrained, type Trial, trialRecords } from './plan.ts';
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
      startedAt: 10_000 * place,
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
  const HALVING = { rounds: 'halving', method: 'random', trials: 16 } as const;
  const errors = [0.9, 0.8, 0.85, 0.95, 0.7, 0.99, 'failed', 0.92, 0.91] as const;
  const errorOf = (place: number): number | 'failed' => errors[place % 16] ?? 1;
  const FIRST = Array.from({ length: 16 }, (_, place) => place);
  const BEST = [16 + 1, 16 + 2, 16 + 4, 16 + 0, 32 + 4].sort((a, b) => a - b);

  test('keeps the best quarter from round to round, for up to four times the epochs', () => {
    expect(bracketsOf(testSweep(HALVING), BASE)).toEqual([
      [
        { level: 0, count: 16, epochs: 1 },
        { level: 1, count: 4, epochs: 2 },
        { level: 2, count: 1, epochs: 8 },
      ],
    ]);
    const { order, done } = conduct(planOf(HALVING), errorOf);
    expect(order).toEqual([...FIRST, ...BEST]);
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
    expect(conduct(planOf(HALVING), () => 'failed').order).toHaveLength(21);
  });

  test('trains far less than all trials would', () => {
    const sweep = testSweep({ ...HALVING, trials: 24 });
    expect(countEpochs(sweep, BASE)).toBeLessThanOrEqual(0.22 * countEpochs({ ...sweep, rounds: 'full' }, BASE));
    expect(countTrials(bracketsOf(sweep, BASE))).toBe(24 + 6 + 2);
  });

  test('goes on from the trials of the round before, whose states are kept until then and no longer', () => {
    const { trials, done } = conduct(planOf(HALVING), errorOf);
    for (const { place, from, keeps } of trials) {
      expect(from).toBe(place < 16 ? null : place - 16);
      if (from !== null) expect(keeps).toContain(from);
    }
    const held = new Set<number>();
    let read = 0;
    for (const { place, from, keeps, limit } of trials) {
      for (const one of held) if (!keeps.includes(one)) held.delete(one);
      if (from !== null) expect(held).toContain(from);
      const error = errorOf(place);
      if (keeps.includes(place) && error !== 'failed' && error <= limit) {
        held.add(place);
        read++;
      }
      expect(held.size).toBeLessThanOrEqual(5);
    }
    // In the first round four, and one that is better than one of those; in the second each that is better than those before it.
    expect(read).toBe(5 + 3);
    // Each took 3 s, and those that went on none of their own.
    expect(secondsTrained(planOf(HALVING), trialRecords(planOf(HALVING), done))).toBe(3 * 16);
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

test('what is trained side by side takes its time once', () => {
  const plan = planOf();
  const done = [0, 2, 4, 20].map((second, place) => ({ ...recordOf(plan, place, 1), startedAt: 1000 * second, seconds: 3 }));
  expect(secondsTrained(plan, trialRecords(plan, done))).toBe(7 + 3);
});

test('a trial that is under way is left out, and a later round waits for it', () => {
  const plan = planOf({ rounds: 'halving', method: 'random', trials: 16 });
  expect(nextTrial(plan, new Map(), new Set([0, 1]))?.place).toBe(2);
  const done = trialRecords(
    plan,
    Array.from({ length: 15 }, (_, place) => recordOf(plan, place, 1, 1)),
  );
  expect(nextTrial(plan, done, new Set([15]))).toBeNull();
  expect(nextTrial(plan, done)?.place).toBe(15);
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

test('a plan is one of this page as long as its id follows from the rest', () => {
  for (const rounds of ['full', 'halving'] as const) {
    const plan: SweepPlan = JSON.parse(JSON.stringify(planOf({ rounds, seconds: 60 })));
    expect(isPlannedSo(plan)).toBe(true);
    expect(isPlannedSo({ ...plan, id: `${plan.id}-2` })).toBe(false);
  }
});
