import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTarget, summarise, type TargetName, toStars, toTarget, unitOf } from './target.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const NAMES: readonly TargetName[] = ['raw', 'min-max', 'standardised'];

test('stars and targets lead back to each other, and errors scale', () => {
  const stars = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), stars, stars, stars, (name, mean, a, b) => {
      const target = createTarget(name, SCALE, { mean, deviation: 1.06 });
      expect(toStars(toTarget(a, target), target)).toBeCloseTo(a, 9);
      expect((toTarget(a, target) - toTarget(b, target)) * target.scale).toBeCloseTo(a - b, 9);
    }),
  );
});

test('min–max puts the ends of the rating scale at 0 and 1', () => {
  const target = createTarget('min-max', SCALE, { mean: 3, deviation: 1 });
  expect([0.5, 2.75, 5].map((stars) => toTarget(stars, target))).toEqual([0, 0.5, 1]);
});

test('standardised ratings have mean 0 and deviation 1', () => {
  const stars = Float32Array.of(1, 2, 2, 5, 4.5, 0.5);
  const target = createTarget('standardised', SCALE, summarise(stars));
  const { mean, deviation } = summarise(stars.map((value) => toTarget(value, target)));
  expect(mean).toBeCloseTo(0, 6);
  expect(deviation).toBeCloseTo(1, 6);
});

describe('the unit of a scale', () => {
  test.each([
    ['five stars', 0.5, 5, 1.06, 1],
    ['whole stars', 1, 5, 1.12, 1],
    ['1 … 10', 1, 10, 2, 2],
    ['0 … 100', 0, 100, 22, 20],
    ['−10 … 10', -10, 10, 5, 4],
    ['all ratings close together', 1, 5, 0.1, 0.2],
    ['liked or not', 0, 1, 0.5, 0.25],
  ])('of %s', (_, min, max, deviation, unit) => {
    expect(unitOf({ min, max, step: 1 }, { deviation })).toBeCloseTo(unit, 12);
  });

  test('is in proportion to the values', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (min, width, times) => {
          const max = min + width;
          const scaled = unitOf({ min: times * min, max: times * max, step: 0 }, { deviation: (times * width) / 4 });
          expect(scaled / (times * unitOf({ min, max, step: 0 }, { deviation: width / 4 }))).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

test('raw changes nothing on five stars', () => {
  const target = createTarget('raw', SCALE, { mean: 3, deviation: 1 });
  expect(toTarget(4.5, target)).toBe(4.5);
  expect(toStars(4.5, target)).toBe(4.5);
});

describe('where all ratings are equal', () => {
  test.each(NAMES)('%s stays finite', (name) => {
    const target = createTarget(name, { min: 3, max: 3, step: 1 }, { mean: 3, deviation: 0 });
    expect(toStars(toTarget(3, target), target)).toBe(3);
    expect(target.scale).toBe(1);
  });
});

test('the summary is the mean and the population deviation', () => {
  expect(summarise(Float32Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ mean: 5, deviation: 2 });
  expect(summarise(new Float32Array())).toEqual({ mean: 0, deviation: 0 });
});

test('the summary of a long column does not lose digits', () => {
  const { mean, deviation } = summarise(Float32Array.from({ length: 2_000_000 }, (_, i) => (i % 2 === 0 ? 3.5 : 4.5)));
  expect(mean).toBeCloseTo(4, 12);
  expect(deviation).toBeCloseTo(0.5, 12);
});
