import { type CurvePoint, type CurveSeries, isDrawable } from './curve.ts';

/** Series on one grid: every `rows[i]` has the grid's length, with NaN where series i has no point. */
export interface AlignedSeries {
  /** Every x of any series once, ascending. */
  readonly grid: readonly number[];
  readonly rows: CurvePoint[][];
}

/**
 * Puts series of different x on one shared grid, since tfjs-vis takes the number of points from the first series.
 * Points that cannot be drawn are left out; of two points of a series with the same x the later one counts.
 */
export function alignSeries(series: readonly CurveSeries[]): AlignedSeries {
  const columns = series.map(({ points }) => new Map(points.filter(isDrawable).map(({ x, y }) => [x, y])));
  const grid = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((a, b) => a - b);
  const rows = columns.map((column) => grid.map((x) => ({ x, y: column.get(x) ?? Number.NaN })));
  return { grid, rows };
}
