import type { AxisInterval, ParallelAxis, Strand } from '../../charts/parallel.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { RunColumn } from './column.ts';
import type { RunRange } from './contract.ts';
import { colourOfRun } from './run-dots.ts';

/** A column as an axis: its numbers, or its texts in their order. */
export interface RunAxis extends ParallelAxis {
  readonly column: RunColumn;
  /** Of an axis of texts, what stands at each stop. */
  readonly texts: readonly string[];
}

/** Not to be compared at all, or told beside the picture. */
const NEVER = ['run', 'when', 'note', 'weights'];

/** An axis for each column in which the runs differ: settings first, then what they led to. */
export function axesOf(records: readonly RunRecord[], columns: readonly RunColumn[]): readonly RunAxis[] {
  const drawn = columns.filter(({ name }) => !NEVER.includes(name));
  const inOrder = [...drawn.filter(({ figure }) => !figure), ...drawn.filter(({ figure }) => figure)];
  return inOrder.flatMap((column) => (column.axis ? numbers(records, column) : texts(records, column)));
}

function numbers(records: readonly RunRecord[], column: RunColumn): readonly RunAxis[] {
  const values = records.map((record) => column.value(record)).filter((value) => Number.isFinite(value)) as number[];
  const stops = [...new Set(values)].sort((a, b) => a - b);
  const { scale = 'linear', write = String } = column.axis ?? {};
  const { name, title } = column;
  return stops.length > 1 ? [{ name, title, scale, write, stops, isNamed: false, column, texts: [] }] : [];
}

function texts(records: readonly RunRecord[], column: RunColumn): readonly RunAxis[] {
  const found = [...new Set(records.map((record) => column.text(record)))].sort(COLLATOR.compare);
  const write = (at: number): string => found[Math.round(at)] ?? '';
  const { name, title } = column;
  const stops = found.map((_, at) => at);
  return found.length > 1 ? [{ name, title, scale: 'linear', write, stops, isNamed: true, column, texts: found }] : [];
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

export function strandsOf(
  records: readonly RunRecord[],
  axes: readonly RunAxis[],
  drawn: readonly (RunId | null)[],
): readonly Strand[] {
  return records.map((record) => ({
    id: record.id,
    name: runLabel(record),
    color: colourOfRun(record.id, drawn),
    values: axes.map((axis) => valueOn(axis, record)),
  }));
}

function valueOn({ column, isNamed, texts }: RunAxis, record: RunRecord): number | null {
  if (isNamed) return texts.indexOf(column.text(record));
  const value = column.value(record);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** What was brushed on an axis, as a range of its column. */
export function rangeOf({ isNamed, texts }: RunAxis, { from, to }: AxisInterval): RunRange {
  return isNamed ? { texts: texts.slice(Math.max(0, Math.round(from)), Math.round(to) + 1) } : { from, to };
}

/** The other way round; undefined where nothing of the range is on the axis. */
export function intervalOf({ texts }: RunAxis, range: RunRange | undefined): AxisInterval | undefined {
  if (range === undefined || 'from' in range) return range;
  const at = range.texts.map((text) => texts.indexOf(text)).filter((index) => index >= 0);
  return at.length > 0 ? { from: Math.min(...at), to: Math.max(...at) } : undefined;
}

/** How many runs have a gap on some axis. */
export const withGaps = (strands: readonly Strand[]): number => strands.filter(({ values }) => values.includes(null)).length;
