import { axisTitle, type CurvePoint, type CurveSeries, type Curves, formatX, formatY, isDrawable } from './curve.ts';

function narrate(series: CurveSeries, { x, y }: Curves): string {
  const points = series.points.filter(isDrawable);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return `${series.name}: no points yet.`;
  const at = (point: CurvePoint) => `${formatY(point.y, y)} at ${x.title} ${formatX(point.x, x)}`;
  if (points.length === 1) return `${series.name}: ${at(first)}.`;
  const lowest = points.reduce((least, point) => (point.y < least.y ? point : least));
  return `${series.name}: ${points.length} points, from ${at(first)} to ${at(last)}; lowest ${at(lowest)}.`;
}

/** What the chart shows, in words: for those who cannot see it. */
export function summarize(curves: Curves): string {
  const { series, references, x, y } = curves;
  const levels = references.map(({ name, value }) => `${name} ${formatY(value, y)}`);
  const parts = [`Line chart of ${axisTitle(y)} by ${x.title}.`, ...series.map((one) => narrate(one, curves))];
  if (levels.length > 0) parts.push(`Reference lines: ${levels.join(', ')}.`);
  return parts.join(' ');
}
