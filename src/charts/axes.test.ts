import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisRange, fitX, fitY, fraction } from './axes.ts';
import type { Curves } from './curve.ts';

const curvesOf = (y: readonly number[], references: readonly number[] = [], last?: number): Curves => ({
  series: [{ name: 'a', color: '--color-a', points: y.map((value, index) => ({ x: index + 1, y: value })) }],
  references: references.map((value) => ({ name: `level ${value}`, value })),
  x: { title: 'epoch', last },
  y: { title: 'RMSE' },
});

function expectTicksInside({ min, max, ticks, labels }: AxisRange): void {
  expect(min).toBeLessThan(max);
  expect(ticks.length).toBeGreaterThan(0);
  expect(Math.min(...ticks)).toBeGreaterThanOrEqual(min);
  expect(Math.max(...ticks)).toBeLessThanOrEqual(max);
  expect(new Set(labels).size).toBe(ticks.length);
  for (const [index, tick] of ticks.entries())
    expect(Number(labels[index])).toBeCloseTo(tick, 12 - Math.ceil(Math.log10(1 + max - min)));
}

describe('fitY', () => {
  const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.5, max: 1.5, noNaN: true }));

  it('contains every value and reference, with ticks that can be told apart', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value), fc.integer({ min: 2, max: 8 }), (y, references, count) => {
        const axis = fitY(curvesOf(y, references), count);
        expectTicksInside(axis);
        expect(axis.min).toBeLessThanOrEqual(Math.min(...y, ...references));
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(...y, ...references));
      }),
    );
  });

  it('does not go below zero for values that do not', () => {
    expect(fitY(curvesOf([0, 10]), 4).min).toBe(0);
    expect(fitY(curvesOf([-1, 10]), 4).min).toBeLessThan(-1);
  });

  it('writes as many digits as the step needs', () => {
    expect(fitY(curvesOf([0.72, 1.5]), 5)).toEqual({
      min: 0.6,
      max: 1.6,
      ticks: [0.6, 0.8, 1, 1.2, 1.4, 1.6],
      labels: ['0.6', '0.8', '1.0', '1.2', '1.4', '1.6'],
    });
    expect(fitY(curvesOf([0.95, 0.99]), 4).labels).toContain('0.96');
  });

  it('writes a diverging curve in powers of ten', () => {
    expect(fitY(curvesOf([0.9, 1e6]), 5).labels).toEqual(['0', '5e+5', '1e+6']);
  });

  it('does not stretch a flat curve until rounding noise shows', () => {
    const { min, max } = fitY(curvesOf([0.845, 0.845 + 1e-12]), 4);
    expect(max - min).toBeGreaterThanOrEqual(0.00845);
    expect((min + max) / 2).toBeCloseTo(0.845, 2);
    expect(fitY(curvesOf([0]), 4)).toMatchObject({ min: 0, ticks: [0, 0.0002, 0.0004, 0.0006] });
  });

  it('spans as much as is asked for at least, and no more where the values do', () => {
    const spanned = (y: readonly number[], leastSpan: number) => {
      const { min, max } = fitY({ ...curvesOf(y), y: { title: 'NDCG', leastSpan } }, 4);
      return { min, max };
    };
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (y) => {
        const { min, max } = spanned(y, 0.1);
        expect(max - min).toBeGreaterThanOrEqual(0.1 - 1e-9);
        expect(min).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(spanned([0.2, 0.7], 0.1)).toEqual(spanned([0.2, 0.7], 0));
  });

  it('ignores what cannot be drawn', () => {
    expect(fitY(curvesOf([Number.NaN, 1, Number.POSITIVE_INFINITY, 2]), 4)).toEqual(fitY(curvesOf([1, 2]), 4));
    expectTicksInside(fitY(curvesOf([Number.NaN]), 4));
  });
});

describe('fitX', () => {
  it('stands still while the curve grows to the planned end', () => {
    const start = fitX(curvesOf([1], [], 15), 16);
    expect(start).toMatchObject({ min: 1, max: 15 });
    expect(fitX(curvesOf([1, 2, 3, 4], [], 15), 16)).toEqual(start);
  });

  it('grows past the planned end and without one', () => {
    expect(fitX(curvesOf([1, 2, 3, 4], [], 2), 9)).toMatchObject({ min: 1, max: 4, ticks: [1, 2, 3, 4] });
    expect(fitX(curvesOf([1]), 9)).toMatchObject({ min: 1, max: 2 });
    expect(fitX(curvesOf([]), 9)).toMatchObject({ min: 0, max: 1 });
  });

  it('has whole ticks within the domain, never more than there is room for and one at the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 20 }), (last, room) => {
        const axis = fitX(curvesOf([1], [], last), room);
        expectTicksInside(axis);
        expect(axis.ticks.every(Number.isInteger)).toBe(true);
        expect(axis.ticks.length).toBeLessThanOrEqual(room);
      }),
    );
    expect(fitX(curvesOf([1], [], 15), 4).ticks).toEqual([1, 5, 10, 15]);
  });
});

it('measures where a value lies along an axis', () => {
  const axis: AxisRange = { min: 2, max: 4, ticks: [], labels: [] };
  expect([2, 3, 4].map((value) => fraction(value, axis))).toEqual([0, 0.5, 1]);
});
