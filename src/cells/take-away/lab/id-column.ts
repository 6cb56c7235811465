import type { IdMap, RawId } from '../../../core/ids.ts';

/** The ids of rows as a column: numbers where all ids are, else texts. */
export function idColumn<Index extends number>(
  { kind, idOf }: IdMap<RawId, Index>,
  rows: Int32Array,
): Int32Array | readonly string[] {
  if (kind === 'number') return rows.map((row) => Number(idOf(row as Index)));
  return Array.from(rows, (row) => String(idOf(row as Index)));
}
