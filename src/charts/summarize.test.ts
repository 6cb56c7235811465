import { expect, it } from 'vitest';
import type { CurvePoint, Curves } from './curve.ts';
import { summarize } from './summarize.ts';

const curvesOf = (points: readonly CurvePoint[], references: Curves['references'] = []): Curves => ({
  series: [{ name: 'Validation', color: '--color-validation', points }],
  references,
  x: { title: 'epoch' },
  y: { title: 'RMSE', unit: 'stars' },
});

const point = (x: number, y: number): CurvePoint => ({ x, y });

it('tells where a curve starts, ends and is lowest, and the levels to compare with', () => {
  const points = [point(1, 1.1), point(2, 0.87), point(3, Number.NaN), point(4, 0.9)];
  expect(summarize(curvesOf(points, [{ name: 'Mean', value: 1.04 }]))).toBe(
    'Line chart of RMSE (stars) by epoch. Validation: 3 points, from 1.100 at epoch 1 to 0.900 at epoch 4; ' +
      'lowest 0.870 at epoch 2. Reference lines: Mean 1.040.',
  );
});

it('needs no history for a single point and none at all for an empty curve', () => {
  expect(summarize(curvesOf([point(0.5, 1)]))).toBe('Line chart of RMSE (stars) by epoch. Validation: 1.000 at epoch 0.5.');
  expect(summarize(curvesOf([point(1, Number.NaN)]))).toContain('Validation: no points yet.');
});
