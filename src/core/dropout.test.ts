import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropoutKey, dropoutThreshold, fillDropoutMask } from './dropout.ts';

const maskOf = (length: number, key: number, rate: number) => fillDropoutMask(new Float32Array(length), key, rate);
const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const rate = fc.double({ min: 0, max: 0.9, noNaN: true });

test('holds 0 and 1 / (1 − rate), nothing else', () => {
  fc.assert(
    fc.property(key, rate, (key, rate) => {
      const kept = Math.fround(1 / (1 - rate));
      expect(maskOf(100, key, rate).every((value) => value === 0 || value === kept)).toBe(true);
    }),
  );
});

test.each([0.05, 0.1, 0.5, 0.9])('drops a share of %d and keeps the mean at 1', (rate) => {
  const count = 200_000;
  const mask = maskOf(count, dropoutKey(1, 0, 0), rate);
  const error = 5 * Math.sqrt((rate * (1 - rate)) / count);
  expect(Math.abs(mask.filter((value) => value === 0).length / count - rate)).toBeLessThan(error);
  expect(Math.abs(mask.reduce((sum, value) => sum + value, 0) / count - 1)).toBeLessThan(error / (1 - rate));
});

test('rate 0 keeps everything as it is', () => {
  expect(maskOf(1000, 123, 0).every((value) => value === 1)).toBe(true);
});

test('element i depends on key and i alone: on no neighbour, no length, no order', () => {
  fc.assert(
    fc.property(key, rate, fc.integer({ min: 0, max: 300 }), (key, rate, i) => {
      const whole = maskOf(301, key, rate);
      expect(maskOf(i + 1, key, rate)[i]).toBe(whole[i]);
      expect(maskOf(1, key + i, rate)[0]).toBe(whole[i]);
    }),
  );
});

test('a higher rate drops what a lower one drops, and more', () => {
  const [low, high] = [maskOf(10_000, 5, 0.2), maskOf(10_000, 5, 0.6)];
  low.forEach((value, i) => {
    if (value === 0) expect(high[i]).toBe(0);
  });
});

test('seeds, steps and layers draw masks that have nothing in common', () => {
  const count = 50_000;
  const keys = [dropoutKey(1, 0, 0), dropoutKey(2, 0, 0), dropoutKey(1, 1, 0), dropoutKey(1, 0, 1), dropoutKey(0, 1, 1)];
  const masks = keys.map((key) => maskOf(count, key, 0.5));
  masks.forEach((a, i) => {
    masks.slice(i + 1).forEach((b) => {
      const agreed = a.filter((value, at) => value === b[at]).length / count;
      expect(Math.abs(agreed - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / count));
    });
  });
});

test('the threshold is the share of 2³² and fits 32 bits', () => {
  expect(dropoutThreshold(0)).toBe(0);
  expect(dropoutThreshold(0.5)).toBe(2 ** 31);
  expect(dropoutThreshold(1)).toBe(2 ** 32 - 1);
});
