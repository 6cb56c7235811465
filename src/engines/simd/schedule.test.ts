import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepRule } from '../step-rule.ts';
import type { UpdateRule } from '../trainer.ts';
import { RING, RULE_LENGTH } from './backlog/tables.ts';
import { createSchedule, type Schedule } from './schedule.ts';

const tables = () => ({
  entries: new Float32Array(4 * (1 + RING)),
  keeps: new Float32Array(2 * RING),
  rests: new Float32Array(2 * RING),
  rule: new Float32Array(RULE_LENGTH),
});
type Memory = ReturnType<typeof tables>;

const ruleOf = (optimizer: UpdateRule['optimizer'], momentum = 0.9): UpdateRule => ({ optimizer, momentum, clip: 0 });

const take = (schedule: Schedule, t: number, rate: number): void => schedule.close(t, schedule.open(t, rate));

/** What a waiting row's weight moves by, as the kernel computes it from the entry of the row's stamp. */
function settled({ entries }: Memory, stamp: number, m: number, v: number): number {
  const at = stamp === 0 ? 0 : 4 * (1 + (stamp % RING));
  const [rate, centre, spread] = [entries[at], entries[at + 1], entries[at + 2]] as [number, number, number];
  if (rate === 0) return 0;
  const inverse = 1 / (Math.sqrt(v) + centre);
  return rate * m * inverse * (1 + spread * inverse ** 2);
}

const rateOf = (t: number): number => 0.01 * 0.9 ** Math.floor(t / 100);

/** The same by the optimizer's own arithmetic: the steps `from` … `to` with a gradient of 0, those after `stamp` with decay. */
function stepped(rule: UpdateRule, from: number, to: number, stamp: number, m: number, v: number): number {
  let sum = 0;
  for (let t = from; t <= to; t++) {
    const { keep1, keep2, rate, epsilon } = stepRule(rule, t, rateOf(t));
    sum += (rate * keep1 ** (t - stamp) * m) / (Math.sqrt(keep2 ** (t - stamp) * v) + epsilon);
  }
  return sum;
}

describe('dense Adam', () => {
  // v from nothing at all, where ε alone counts, to gradients of the usual size.
  test.each([0, 1e-16, 1e-14, 1e-12, 1e-4])('all missed steps at once are the steps one by one, v = %d', (v) => {
    const memory = tables();
    const rule = ruleOf('adam');
    const schedule = createSchedule(rule, memory, 0);
    for (let t = 1; t <= 1000; t++) take(schedule, t, rateOf(t));
    for (const stamp of [1, 2, 300, 743, 744, 900, 995, 1000]) {
      const expected = stepped(rule, stamp, 1000, stamp, 1e-3, v);
      expect(settled(memory, stamp, 1e-3, v) / expected, `stamp ${stamp}`).toBeCloseTo(1, 6);
    }
  });

  test('says how many steps fit before all rows must rest', () => {
    const schedule = createSchedule(ruleOf('adam'), tables(), 0);
    expect(schedule.left(0)).toBe(RING - 1);
    expect(schedule.left(RING - 1)).toBe(0);
    schedule.rest(RING - 1);
    expect(schedule.left(RING - 1)).toBe(RING - 1);
  });
});

describe.each([ruleOf('adam'), ruleOf('sgd', 0), ruleOf('sgd', 0.5), ruleOf('sgd', 0.9), ruleOf('sgd', 0.99)])(
  '$optimizer, momentum $momentum',
  (rule) => {
    test('owes a row what the steps since its stamp amount to, whenever all rows rested', () => {
      const runs = fc.record({
        start: fc.constantFrom(0, 5, 4000, 9000),
        rests: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }),
        steps: fc.integer({ min: 1, max: 900 }),
      });
      fc.assert(
        fc.property(runs, ({ start, rests, steps }) => {
          const memory = tables();
          const schedule = createSchedule(rule, memory, start);
          let t = start;
          let restedAt = start;
          for (const until of rests) {
            for (const end = t + until; t < end; ) take(schedule, ++t, rateOf(t));
            schedule.rest(t);
            restedAt = t;
          }
          for (const end = t + steps; t < end; ) take(schedule, ++t, rateOf(t));
          const v = rule.optimizer === 'adam' ? 1e-6 : 0;
          const stamps = [restedAt, restedAt + 1, restedAt + Math.ceil(steps / 2), t].filter((stamp) => stamp > 0);
          for (const stamp of stamps) {
            // What rested has had its own step already.
            const expected = stepped(rule, Math.max(stamp, restedAt + 1), t, stamp, 1e-3, v);
            expect(Math.abs(settled(memory, stamp, 1e-3, v) - expected)).toBeLessThanOrEqual(2e-6 * Math.abs(expected) + 1e-12);
          }
        }),
        { numRuns: 40 },
      );
    });

    test('a row at rest is owed nothing', () => {
      const memory = tables();
      const schedule = createSchedule(rule, memory, 0);
      for (let t = 1; t <= 50; t++) take(schedule, t, rateOf(t));
      schedule.rest(50);
      expect(settled(memory, 50, 1, 1)).toBe(0);
    });
  },
);

describe.each([
  [ruleOf('lazy-adam'), 1, (0.1 * Math.sqrt(0.001)) / 0.1],
  [ruleOf('adagrad'), 4, 0.1 / 2],
  [ruleOf('sgd', 0), 0, -1], // Its moment is the step itself.
] as const)('$optimizer', (rule, v, expected) => {
  test('leaves the update of a waiting row as it was', () => {
    const memory = tables();
    const schedule = createSchedule(rule, memory, 0);
    take(schedule, 1, 0.1);
    const before = settled(memory, 1, 1, v);
    expect(before).toBeCloseTo(expected, 6);
    for (let t = 2; t < 100; t++) take(schedule, t, 0.1);
    expect(settled(memory, 1, 1, v)).toBe(before);
  });
});

test('the rule holds gradients without limit where they are not clipped', () => {
  const limitOf = (clip: number): number => {
    const memory = tables();
    createSchedule({ ...ruleOf('adam'), clip }, memory, 0).open(1, 0.1);
    return memory.rule[4] as number;
  };
  expect([limitOf(0), limitOf(0.5)]).toEqual([Number.POSITIVE_INFINITY, 0.5]);
});
