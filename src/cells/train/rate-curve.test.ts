import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { rateCurve } from './rate-curve.ts';

it('goes from the first step of a run to its last', () => {
  const points = rateCurve(resolve({ schedule: 'one-cycle', learningRate: 0.1, epochs: 10 }), 88);
  expect(points).toHaveLength(200);
  expect(points[0]).toEqual({ x: 0, y: expect.closeTo(0.1 / 25, 9) });
  expect(points.at(-1)?.x).toBeCloseTo(879 / 88, 9);
  expect(points.at(-1)?.y).toBeLessThan(1e-3);
});

it('has no more points than there are steps', () => {
  expect(rateCurve(resolve({ epochs: 1 }), 1)).toHaveLength(1);
});
