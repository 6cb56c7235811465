import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignSeries } from './align.ts';
import { type CurvePoint, type CurveSeries, isDrawable } from './curve.ts';

const seriesOf = (points: readonly CurvePoint[]): CurveSeries => ({ name: 'a', color: '--color-a', points });
const y = fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY));
const x = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN));
const manySeries = fc.array(fc.array(fc.record({ x, y })).map(seriesOf));

it('puts every series on one ascending grid of equal length', () => {
  fc.assert(
    fc.property(manySeries, (series) => {
      const { grid, rows } = alignSeries(series);
      const drawnX = series.flatMap(({ points }) => points.filter(isDrawable).map((point) => point.x));
      expect(grid).toEqual([...new Set(drawnX)].sort((a, b) => a - b));
      expect(rows.map((row) => row.map((point) => point.x))).toEqual(series.map(() => grid));
    }),
  );
});

it('keeps the last drawable point of every x and leaves the rest open', () => {
  fc.assert(
    fc.property(manySeries, (series) => {
      const { rows } = alignSeries(series);
      series.forEach(({ points }, index) => {
        for (const point of rows[index] ?? []) {
          const own = points.findLast((candidate) => isDrawable(candidate) && candidate.x === point.x);
          expect(point.y).toBe(own ? own.y : Number.NaN);
        }
      });
    }),
  );
});
