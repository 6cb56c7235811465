import type { ColorToken, CurveSeries } from '../../charts/curve.ts';
import { isInStars } from '../../core/run-figures.ts';
import type { RecordedEpoch, RunRecord } from '../../core/run-record.ts';
import { runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';

/** What is drawn of each run. */
export type CurveOf = 'rmse' | 'ndcg';
export type CurveBy = 'epoch' | 'seconds';

/** The colour of a place among the runs that are drawn. */
export const colourOf = (place: number): ColorToken => `--color-run-${place + 1}`;

/** The curves of the runs that are drawn; those that have none of this kind are named apart. */
export function curvesOfRuns(
  records: readonly RunRecord[],
  drawn: readonly (RunId | null)[],
  of: CurveOf,
  by: CurveBy,
): { readonly series: readonly CurveSeries[]; readonly without: readonly string[] } {
  const chosen = drawn.flatMap((id, place) => {
    const record = records.find((one) => one.id === id);
    return record ? [{ record, place, points: pointsOf(record, of, by) }] : [];
  });
  const series: CurveSeries[] = [];
  for (const { record, place, points } of chosen) {
    if (points.length > 0) series.push({ name: freeName(runLabel(record), series), color: colourOf(place), points });
  }
  return { series, without: chosen.filter(({ points }) => points.length === 0).map(({ record }) => runLabel(record)) };
}

/** A series for each colour, without points where it is free: a chart of always the same series is drawn anew without being built anew. */
export const atTheirPlaces = (series: readonly CurveSeries[], drawn: readonly (RunId | null)[]): readonly CurveSeries[] =>
  drawn.map((_, place) => {
    const color = colourOf(place);
    return series.find((one) => one.color === color) ?? { name: '', color, points: [] };
  });

function pointsOf({ epochs, configuration }: RunRecord, of: CurveOf, by: CurveBy) {
  if (of === 'rmse' && !isInStars(configuration)) return [];
  let seconds = 0;
  const points = epochs.map((epoch) => {
    seconds += epoch.seconds;
    return { x: by === 'epoch' ? epoch.epoch : seconds, y: heightOf(epoch, of) };
  });
  return points.filter((point): point is { x: number; y: number } => point.y !== null);
}

const heightOf = ({ validationError, sampleNdcg }: RecordedEpoch, of: CurveOf): number | null =>
  of === 'rmse' ? validationError : (sampleNdcg ?? null);

/** Names are unique in a chart; runs may be called alike. */
function freeName(label: string, taken: readonly CurveSeries[]): string {
  const isFree = (name: string): boolean => taken.every((one) => one.name !== name);
  let name = label;
  for (let count = 2; !isFree(name); count++) name = `${label} (${count})`;
  return name;
}
