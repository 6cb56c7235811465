import type { ColorToken } from '../../charts/curve.ts';
import type { Dot } from '../../charts/scatter.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { RunColumn } from './column.ts';
import { colourOf } from './drawn-curves.ts';

/** A column of numbers, which an axis can have. */
export type NumberColumn = RunColumn & { readonly axis: NonNullable<RunColumn['axis']> };

/** The colour that a run has everywhere; null of one that is not drawn. */
export function colourOfRun(id: RunId, drawn: readonly (RunId | null)[]): ColorToken | null {
  const place = drawn.indexOf(id);
  return place < 0 ? null : colourOf(place);
}

/** The columns whose numbers at least one run has. */
export const numberColumns = (records: readonly RunRecord[], columns: readonly RunColumn[]): readonly NumberColumn[] =>
  columns.filter((column): column is NumberColumn => column.axis !== undefined && records.some((record) => has(record, column)));

const has = (record: RunRecord, column: RunColumn): boolean => Number.isFinite(column.value(record));

/** Two numbers of each run; runs that lack one of them are counted instead. */
export function dotsOf(
  records: readonly RunRecord[],
  x: RunColumn,
  y: RunColumn,
  drawn: readonly (RunId | null)[],
): { readonly dots: readonly Dot[]; readonly without: number } {
  const whole = records.filter((record) => has(record, x) && has(record, y));
  const dots = whole.map((record) => ({
    id: record.id,
    name: runLabel(record),
    x: x.value(record) as number,
    y: y.value(record) as number,
    color: colourOfRun(record.id, drawn),
  }));
  return { dots, without: records.length - whole.length };
}
