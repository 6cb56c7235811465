import { addUp, groupValues } from './grouping.ts';

/** What a user or a movie has a list of. */
export type ListName = 'rated' | 'raters' | 'genres' | 'year' | 'demographics';

/** A list of table rows for each user or each movie: entry i's are `rows[offsets[i]]` … `rows[offsets[i + 1] − 1]`. */
export interface RowLists {
  readonly offsets: Int32Array; // (entries + 1), ascending from 0
  readonly rows: Int32Array; // (offsets.at(-1))
}

export type Lists = Readonly<Partial<Record<ListName, RowLists>>>;

/** For each of so many entries the rows that come with its index, in the order given. */
export function listRows(entries: number, indices: Int32Array, rows: Int32Array): RowLists {
  const { offsets, grouped } = groupValues(indices, entries, rows);
  return { offsets, rows: grouped };
}

/** The same of what stands at these positions, without copies of it: of many ratings they would take much memory. */
export function listRowsAt(entries: number, indices: Int32Array, rows: Int32Array, positions: Int32Array): RowLists {
  const offsets = new Int32Array(entries + 1);
  for (let i = 0; i < positions.length; i++) {
    const after = (indices[positions[i] as number] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
  }
  addUp(offsets);
  const next = offsets.slice(0, entries);
  const listed = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    const index = indices[at] as number;
    const free = next[index] as number;
    listed[free] = rows[at] as number;
    next[index] = free + 1;
  }
  return { offsets, rows: listed };
}
