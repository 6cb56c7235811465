import { describe, expect, test } from 'vitest';
import { ADAM } from '../trainer.ts';
import { createSchedule, RING } from './schedule.ts';

const tables = () => ({
  entries: new Float32Array(4 * (1 + RING)),
  keeps: new Float32Array(2 * RING),
  rests: new Float32Array(2 * RING),
  rule: new Float32Array(4),
});

/** What a waiting row's weight moves by, as the kernel computes it from the entry of the row's stamp. */
function settled({ entries }: ReturnType<typeof tables>, stamp: number, m: number, v: number): number {
  const at = 4 * (1 + (stamp % RING));
  const [rate, centre, spread] = [entries[at], entries[at + 1], entries[at + 2]] as [number, number, number];
  const inverse = 1 / (Math.sqrt(v) + centre);
  return rate * m * inverse * (1 + spread * inverse ** 2);
}

/** The same by Adam's own arithmetic: the steps `from` … `to` with a gradient of 0. */
function stepped(from: number, to: number, stamp: number, m: number, v: number, rateOf: (t: number) => number): number {
  const { beta1, beta2, epsilon } = ADAM;
  let sum = 0;
  for (let t = from; t <= to; t++) {
    const rate = (rateOf(t) * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
    sum += (rate * beta1 ** (t - stamp) * m) / (Math.sqrt(beta2 ** (t - stamp) * v) + epsilon);
  }
  return sum;
}

const rateOf = (t: number): number => 0.01 * 0.9 ** Math.floor(t / 100);

describe('dense Adam', () => {
  // v from nothing at all, where ε alone counts, to gradients of the usual size.
  test.each([0, 1e-16, 1e-14, 1e-12, 1e-4])('all missed steps at once are the steps one by one, v = %d', (v) => {
    const memory = tables();
    const schedule = createSchedule('adam', memory);
    for (let t = 1; t <= 1000; t++) schedule.close(t, schedule.rates(t, rateOf(t)));
    for (const stamp of [1, 2, 300, 743, 744, 900, 995, 1000]) {
      const expected = stepped(stamp, 1000, stamp, 1e-3, v, rateOf);
      expect(settled(memory, stamp, 1e-3, v) / expected, `stamp ${stamp}`).toBeCloseTo(1, 6);
    }
  });

  test('after a rest only the steps since then count', () => {
    const memory = tables();
    const schedule = createSchedule('adam', memory);
    for (let t = 1; t <= 50; t++) schedule.close(t, schedule.rates(t, rateOf(t)));
    schedule.rest(50);
    expect(settled(memory, 50, 1, 1)).toBe(0);
    for (let t = 51; t <= 60; t++) schedule.close(t, schedule.rates(t, rateOf(t)));
    const expected = stepped(51, 60, 50, 1e-3, 1e-6, rateOf);
    expect(settled(memory, 50, 1e-3, 1e-6) / expected).toBeCloseTo(1, 6);
  });

  test('says how many steps fit before all rows must rest', () => {
    const schedule = createSchedule('adam', tables());
    expect(schedule.left(0)).toBe(RING - 1);
    expect(schedule.left(RING - 1)).toBe(0);
    schedule.rest(RING - 1);
    expect(schedule.left(RING - 1)).toBe(RING - 1);
  });
});

describe.each([
  ['lazy-adam', 1, (0.1 * Math.sqrt(0.001)) / 0.1],
  ['sgd', 0, 0.1], // It keeps no squares.
] as const)('%s', (optimizer, v, expected) => {
  test('leaves the update of a waiting row as it was', () => {
    const memory = tables();
    const schedule = createSchedule(optimizer, memory);
    schedule.close(1, schedule.rates(1, 0.1));
    const before = settled(memory, 1, 1, v);
    expect(before).toBeCloseTo(expected, 6);
    for (let t = 2; t < 100; t++) schedule.close(t, schedule.rates(t, 0.1));
    expect(settled(memory, 1, 1, v)).toBe(before);
  });
});
