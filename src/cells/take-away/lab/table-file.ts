import { csvLine } from '../../../core/csv.ts';
import { writeParquet } from '../../../data/write-parquet.ts';
import type { TableFormat } from '../contract.ts';

/** A column of a table, by its name; all of a table are equally long. */
export type Columns = Readonly<Record<string, readonly string[] | Int32Array | Float32Array>>;

const LINES = 2 ** 14;

/** A table as CSV or as Parquet. */
export function tableFile(columns: Columns, format: TableFormat): Blob {
  if (format === 'parquet') return new Blob([writeParquet(columns)]);
  const values = Object.values(columns);
  const count = values[0]?.length ?? 0;
  const parts = [csvLine(Object.keys(columns))];
  for (let from = 0; from < count; from += LINES) {
    let lines = '';
    for (let row = from; row < Math.min(count, from + LINES); row++) {
      lines += csvLine(values.map((column) => cellOf(column, row)));
    }
    parts.push(lines);
  }
  return new Blob(parts);
}

/** Floats with as many digits as they have. */
function cellOf(column: Columns[string], row: number): string | number {
  const value = column[row] as string | number;
  return column instanceof Float32Array ? Number((value as number).toPrecision(7)) : value;
}
