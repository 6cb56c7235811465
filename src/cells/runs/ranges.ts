import type { RunRecord } from '../../core/run-record.ts';
import type { RunColumn } from './column.ts';
import type { RunRange, RunsView } from './contract.ts';

type Ranges = RunsView['ranges'];

/** Whether a run lies within all ranges; one without a number there does not. Ranges of columns that there are not count for nothing. */
export function isWithin(record: RunRecord, ranges: Ranges, columns: readonly RunColumn[]): boolean {
  return Object.entries(ranges).every(([name, range]) => {
    const column = columns.find((one) => one.name === name);
    return column === undefined || holds(column, range, record);
  });
}

function holds(column: RunColumn, range: RunRange, record: RunRecord): boolean {
  if ('texts' in range) return range.texts.includes(column.text(record));
  const own = column.value(record);
  return typeof own === 'number' && own >= range.from && own <= range.to;
}

/** With a range of a column, in the place of the one that it had; without one where null. */
export function withRange({ ...ranges }: Record<string, RunRange>, name: string, range: RunRange | null): Ranges {
  delete ranges[name];
  return range === null ? ranges : { ...ranges, [name]: range };
}

/** Such as "Learning rate 0.01 to 0.05". */
export function rangeWords({ title, axis }: RunColumn, range: RunRange): string {
  if ('texts' in range) return `${title} ${range.texts.join(' or ')}`;
  const [from, to] = [range.from, range.to].map((end) => axis?.write(end) ?? String(end));
  return from === to ? `${title} ${from}` : `${title} ${from} to ${to}`;
}
