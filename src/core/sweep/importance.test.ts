import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { importanceOf } from './importance.ts';
import { FACTORS, RATES } from './sweep.fixture.ts';

const AXES = [RATES, FACTORS];

/** Trials with two settings at random, and what they come to. */
function outcomesBy(value: (rate: number, factors: number, noise: number) => number, count = 24) {
  const random = createRandom(5, 'trials');
  return Array.from({ length: count }, () => {
    const [rate, factors] = [random.next(), random.next() < 0.5 ? 8 : 16];
    return { values: [rate, factors], value: value(rate, factors, random.next()) };
  });
}

test('a setting that decides everything explains nearly all, one that decides nothing nearly nothing', () => {
  const [rates, factors] = importanceOf(
    AXES,
    outcomesBy((rate) => Math.round(4 * rate)),
  );
  expect(rates).toBeGreaterThan(0.8);
  expect(factors).toBeLessThan(0.15);
});

test('what chance explains is taken off', () => {
  const shares = [1, 2, 3, 4].flatMap(() =>
    importanceOf(
      AXES,
      outcomesBy((_, __, noise) => noise, 200),
    ),
  );
  for (const share of shares) expect(share).toBeLessThan(0.1);
});

test('nothing is told by too few trials, or by trials that all come to the same', () => {
  expect(
    importanceOf(
      AXES,
      outcomesBy((rate) => rate, 3),
    ),
  ).toEqual([null, null]);
  expect(
    importanceOf(
      AXES,
      outcomesBy(() => 1),
    ),
  ).toEqual([null, null]);
});
