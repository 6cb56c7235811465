import type { RunRecord } from '../../core/run-record.ts';
import type { RunColumn } from './column.ts';

export interface RunOrder {
  /** Of a column. */
  readonly name: string;
  readonly descending: boolean;
}

/** Runs with nothing there come last, whichever the direction. */
export function sortRuns(records: readonly RunRecord[], column: RunColumn, descending: boolean): readonly RunRecord[] {
  const sign = descending ? -1 : 1;
  const keyed = records.map((record) => ({ record, key: column.value(record) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.map(({ record }) => record);
}

/** Numbers come before texts. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === typeof b) return COLLATOR.compare(String(a), String(b));
  return typeof a === 'number' ? -1 : 1;
}

const COLLATOR = new Intl.Collator('en', { numeric: true });
