import { topPositions } from '../ranking.ts';
import { lengthsOf, type VectorTable } from './vector-table.ts';

/** The dot product is the cosine times the lengths of both vectors, so that it prefers long vectors. */
export type Similarity = 'cosine' | 'dot';

export interface Neighbour {
  readonly row: number;
  readonly value: number;
}

/** How similar every row is to a vector, (rows). The cosine of a vector of zeros, which has no direction, is not a number. */
function similarities(table: VectorTable, query: ArrayLike<number>, by: Similarity): Float64Array {
  const { values, rows, width } = table;
  const found = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (values[from + i] as number) * (query[i] as number);
    found[row] = sum;
  }
  if (by === 'dot') return found;
  let squares = 0;
  for (let i = 0; i < width; i++) squares += (query[i] as number) ** 2;
  const lengths = lengthsOf(table);
  return found.map((dot, row) => dot / (Math.sqrt(squares) * (lengths[row] as number)));
}

/** The `count` most similar rows, best first, of equal ones the lower row first. Rows marked in `excluded` are left out. */
export function nearest(
  table: VectorTable,
  query: ArrayLike<number>,
  { by, count, excluded }: { readonly by: Similarity; readonly count: number; readonly excluded: Uint8Array },
): readonly Neighbour[] {
  const found = similarities(table, query, by);
  return topPositions(found, count, excluded).map((row) => ({ row, value: found[row] as number }));
}
