/** What a user or a movie has a list of. */
export type ListName = 'rated' | 'genres' | 'year' | 'demographics';

/** A list of table rows for each user or each movie: entry i's are `rows[offsets[i]]` … `rows[offsets[i + 1] − 1]`. */
export interface RowLists {
  readonly offsets: Int32Array; // (entries + 1), ascending from 0
  readonly rows: Int32Array; // (offsets.at(-1))
}

export type Lists = Readonly<Partial<Record<ListName, RowLists>>>;

/** For each of so many entries the rows that come with its index, in the order given: one counting sort. */
export function listRows(entries: number, indices: Int32Array, rows: Int32Array): RowLists {
  const offsets = new Int32Array(entries + 1);
  for (const entry of indices) offsets[entry + 1] = (offsets[entry + 1] as number) + 1;
  for (let entry = 0; entry < entries; entry++) {
    offsets[entry + 1] = (offsets[entry + 1] as number) + (offsets[entry] as number);
  }
  const next = offsets.slice(0, entries);
  const listed = new Int32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const entry = indices[i] as number;
    const at = next[entry] as number;
    listed[at] = rows[i] as number;
    next[entry] = at + 1;
  }
  return { offsets, rows: listed };
}
