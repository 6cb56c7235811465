/** Vectors as the rows of a table. */
export interface VectorTable {
  readonly values: Float32Array; // (rows, width) row-major
  readonly rows: number;
  readonly width: number;
}

export const vectorAt = ({ values, width }: VectorTable, row: number): Float32Array =>
  values.subarray(row * width, (row + 1) * width);

/** The Euclidean length of every vector, (rows). */
export function lengthsOf({ values, rows, width }: VectorTable): Float64Array {
  const lengths = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let at = row * width; at < (row + 1) * width; at++) squares += (values[at] as number) ** 2;
    lengths[row] = Math.sqrt(squares);
  }
  return lengths;
}

/** Some rows of a table as a table of their own, in the order given. */
export function rowsOf(table: VectorTable, rows: Int32Array): VectorTable {
  const { width } = table;
  const values = new Float32Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) values.set(vectorAt(table, rows[i] as number), i * width);
  return { values, rows: rows.length, width };
}

/** The same vectors at length 1; zeros stay as they are. */
export function unitRows(table: VectorTable): VectorTable {
  const lengths = lengthsOf(table);
  const values = table.values.map((value, at) => value / ((lengths[Math.floor(at / table.width)] as number) || 1));
  return { ...table, values };
}

/** The first row with a number that is not finite; −1 where there is none. */
export function brokenRow({ values, width }: VectorTable): number {
  for (let at = 0; at < values.length; at++) if (!Number.isFinite(values[at])) return Math.floor(at / width);
  return -1;
}
