import { expect, it } from 'vitest';
import { axisTitle, formatX, formatY, lastPoint } from './curve.ts';

it('writes values with the digits of the axis, and large ones with their power of ten', () => {
  const axis = { title: 'RMSE' };
  expect([0.8744, -2, 99_999, 1_234_567, -1e38].map((value) => formatY(value, axis))).toEqual([
    '0.874',
    '-2.000',
    '99999.000',
    '1.23e+6',
    '-1.00e+38',
  ]);
  expect(formatY(0.8744, { ...axis, digits: 1 })).toBe('0.9');
  expect([0, 5.2e-22, 1.234e-6, 0.0006].map((value) => formatY(value, axis))).toEqual(['0.000', '≈ 0', '1.2e-6', '0.001']);
  expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => formatY(value, axis))).toEqual(['–', '–']);
});

it('writes x without needless digits', () => {
  expect([3, 0.25, 1.005, 2.5].map((value) => formatX(value))).toEqual(['3', '0.25', '1', '2.5']);
});

it('joins title and unit', () => {
  expect(axisTitle({ title: 'RMSE', unit: 'stars' })).toBe('RMSE (stars)');
  expect(axisTitle({ title: 'RMSE' })).toBe('RMSE');
});

it('finds the last point that can be drawn', () => {
  const series = { name: 'a', color: '--color-a' as const };
  const points = [
    { x: 1, y: 2 },
    { x: 2, y: Number.NaN },
  ];
  expect(lastPoint({ ...series, points })).toEqual({ x: 1, y: 2 });
  expect(lastPoint({ ...series, points: points.slice(1) })).toBeUndefined();
});
