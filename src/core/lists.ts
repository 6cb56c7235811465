import { groupValues } from './grouping.ts';

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
