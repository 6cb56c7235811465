import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countValues, findScale } from './rating-scale.ts';
import { finish } from './slices.ts';

describe('the scale of the values', () => {
  test.each([
    [[1, 5, 3], { min: 1, max: 5, step: 1 }],
    [[0.5, 5, 3], { min: 0.5, max: 5, step: 0.5 }],
    [[2, 2], { min: 2, max: 2, step: 1 }],
    [[4.5], { min: 4.5, max: 4.5, step: 0.5 }],
    [[1, 7, 10], { min: 1, max: 10, step: 1 }],
    [[0, 40, 100], { min: 0, max: 100, step: 10 }],
    [[0, 45, 100], { min: 0, max: 100, step: 5 }],
    [[0, 43, 100], { min: 0, max: 100, step: 1 }],
    [[0.1, 3.3, 5], { min: 0.1, max: 5, step: 0.1 }],
    [[1.25, 3], { min: 1.25, max: 3, step: 0.25 }],
    [[3.1234, 3], { min: 3, max: 3.1234, step: 0 }],
  ])('%j is %j', (stars, scale) => {
    expect(finish(findScale(Float32Array.from(stars))).scale).toEqual(scale);
  });

  test('of more values than steps there can be, any value may occur', () => {
    const { scale, off } = finish(findScale(Float32Array.from({ length: 5000 }, (_, at) => Math.sin(at) + 2)));
    expect(scale.step).toBe(0);
    expect(off).toBe(0);
  });
});

describe('a few ratings that are not on the scale of all others', () => {
  const of = (...odd: readonly number[]) =>
    finish(findScale(Float32Array.from({ length: 10_000 }, (_, at) => odd[at] ?? 1 + (at % 5))));

  test.each([[[99]], [[0, 0]], [[3.7, 2.2]], [[6, 0, 99]]])('%j are left out', (odd) => {
    const { scale, off, isOn } = of(...odd);
    expect(scale).toEqual({ min: 1, max: 5, step: 1 });
    expect(off).toBe(odd.length);
    expect(odd.some(isOn)).toBe(false);
    expect([1, 2, 3, 4, 5].every(isOn)).toBe(true);
  });

  test('more than a few widen it', () => {
    expect(of(...new Array<number>(50).fill(10))).toMatchObject({ scale: { min: 1, max: 10, step: 1 }, off: 0 });
  });
});

test('values are counted as a Map counts them, and no more than a scale has steps', () => {
  const value = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.float({ noNaN: true }), fc.constant(-0));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 600 }), (values) => {
      const stars = Float32Array.from(values);
      const counts = new Map<number, number>();
      for (const each of stars) counts.set(each + 0, (counts.get(each + 0) ?? 0) + 1);
      const expected = counts.size > 201 ? null : [...counts].sort(([a], [b]) => a - b);
      expect(finish(countValues(stars))).toEqual(expected);
    }),
  );
});
