import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AxisKind, fitAxis, shareOf, valueAt } from './number-axis.ts';

const kindOf = (scale: AxisKind['scale']): AxisKind => ({ title: 'rate', scale, write: String });
const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 20,
});

describe('an axis', () => {
  test('holds all values with some ticks, and keeps their order', () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('linear' as const, 'log' as const),
        fc.integer({ min: 2, max: 8 }),
        (all, scale, count) => {
          const axis = fitAxis(all, kindOf(scale), count);
          expect(axis.ticks.length).toBeGreaterThan(0);
          const sorted = [...all].sort((a, b) => a - b).map((value) => shareOf(value, axis));
          for (const share of [...sorted, ...axis.ticks.map((tick) => shareOf(tick, axis))]) {
            expect(share).toBeGreaterThanOrEqual(-1e-9);
            expect(share).toBeLessThanOrEqual(1 + 1e-9);
          }
          expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
        },
      ),
    );
  });

  test('tells the value of a place, and the place of a value', () => {
    for (const scale of ['linear', 'log'] as const) {
      const axis = fitAxis([0.001, 0.1], kindOf(scale), 4);
      for (const value of [0.001, 0.02, 0.1]) expect(valueAt(shareOf(value, axis), axis)).toBeCloseTo(value, 9);
    }
  });

  test('has powers of ten where it is logarithmic, and 0 below them', () => {
    const many = Array.from({ length: 9 }, (_, at) => 10 ** (-5 + at / 2));
    expect(fitAxis([0, ...many], kindOf('log'), 5).ticks).toEqual([0, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1]);
    expect(fitAxis([0.01, 0.011, 0.04], kindOf('log'), 5).ticks).toEqual([0.01, 0.02]);
    const axis = fitAxis([0, 1e-5, 1e-1], kindOf('log'), 5);
    expect([shareOf(0, axis), valueAt(0, axis), valueAt(0.05, axis)]).toEqual([0, 0, 0]);
  });

  test('has the values themselves as ticks where they are few and apart', () => {
    expect(fitAxis([8, 64, 16, 32, 8], kindOf('log'), 5).ticks).toEqual([8, 16, 32, 64]);
    expect(fitAxis([0, 0.5, 1], kindOf('linear'), 5).ticks).toEqual([0, 0.5, 1]);
    expect(fitAxis([0, 0.01, 1], kindOf('linear'), 5).ticks).not.toContain(0.01);
  });

  test('is linear where a logarithm does not go', () => {
    expect(fitAxis([-1, 5], kindOf('log'), 5).scale).toBe('linear');
    expect(fitAxis([0, 0], kindOf('log'), 5).scale).toBe('linear');
  });

  test('of one value has room on both sides', () => {
    for (const scale of ['linear', 'log'] as const) {
      const axis = fitAxis([0.5], kindOf(scale), 4);
      expect(shareOf(0.5, axis)).toBeCloseTo(0.5);
    }
  });
});
