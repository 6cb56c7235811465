import type { CurveSeries } from '../../../charts/curve.ts';
import { epochsWithin } from '../../../core/equal-time.ts';
import type { RecordedEpoch, RunRecord } from '../../../core/run-record.ts';
import type { RunId } from '../../../core/run-report.ts';
import { colourOf } from '../drawn-curves.ts';
import type { Both } from './contract.ts';

interface Drawing {
  readonly of: 'error' | 'list';
  readonly names: Both<string>;
  /** That each side had. */
  readonly seconds: number;
  /** The runs that have colours: those of the duel get the first that are free. */
  readonly drawn: readonly (RunId | null)[];
}

/**
 * A curve over seconds for each side, in the colour that its run has, or will have once it is listed. The epoch in which the time was used
 * up is left out, as in what is said of the result.
 */
export function duelCurves(
  epochs: Both<readonly RecordedEpoch[]>,
  records: readonly RunRecord[],
  { of, names, seconds, drawn }: Drawing,
): readonly CurveSeries[] {
  const places = placesOf(records, drawn);
  return ([0, 1] as const).map((side) => ({
    name: names[side],
    color: colourOf(places[side]),
    points: pointsOf(epochsWithin(epochs[side], seconds), of),
  }));
}

function placesOf(records: readonly RunRecord[], drawn: Drawing['drawn']): Both<number> {
  const free = drawn.flatMap((id, place) => (id === null ? [place] : []));
  const [one, other] = [0, 1].map((side) => {
    const record = records.find(({ group }) => group?.place === side);
    const place = record ? drawn.indexOf(record.id) : -1;
    return place >= 0 ? place : (free.shift() ?? drawn.length - 2 + side);
  });
  return [one as number, other as number];
}

function pointsOf(epochs: readonly RecordedEpoch[], of: Drawing['of']): CurveSeries['points'] {
  let seconds = 0;
  return epochs.map(({ validationError, sampleNdcg, seconds: own }) => {
    seconds += own;
    return { x: seconds, y: (of === 'error' ? validationError : sampleNdcg) ?? Number.NaN };
  });
}
