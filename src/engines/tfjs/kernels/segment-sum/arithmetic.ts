/** out[ids[b], :] += rows[b, :] for every b.  rows (batch, width), out (table rows, width), both row-major. */
export function scatterAddRows(rows: Float32Array, ids: ArrayLike<number>, out: Float32Array, width: number): void {
  for (let b = 0; b < ids.length; b++) {
    const to = (ids[b] as number) * width;
    const from = b * width;
    for (let d = 0; d < width; d++) out[to + d] = (out[to + d] as number) + (rows[from + d] as number);
  }
}

/** A batch's positions in the order of their table rows. */
export interface SortedRows {
  /** Positions of the batch, (batch). */
  readonly order: Int32Array;
  /** Row r's run in `order` is offsets[r] … offsets[r + 1], (rows + 1). */
  readonly offsets: Int32Array;
}

/** Counting sort of a batch by table row; equal rows keep their order. */
export function sortRows(ids: ArrayLike<number>, rows: number): SortedRows {
  const offsets = new Int32Array(rows + 1);
  for (let b = 0; b < ids.length; b++) {
    const next = (ids[b] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let row = 0; row < rows; row++) offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
  const cursor = offsets.slice(0, rows);
  const order = new Int32Array(ids.length);
  for (let b = 0; b < ids.length; b++) {
    const row = ids[b] as number;
    const at = cursor[row] as number;
    order[at] = b;
    cursor[row] = at + 1;
  }
  return { order, offsets };
}
