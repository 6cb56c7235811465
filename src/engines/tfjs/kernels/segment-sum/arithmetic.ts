/** out[ids[b], :] += rows[b, :] for every b.  rows (batch, width), out (table rows, width), both row-major. */
export function scatterAddRows(rows: Float32Array, ids: ArrayLike<number>, out: Float32Array, width: number): void {
  for (let b = 0; b < ids.length; b++) {
    const to = (ids[b] as number) * width;
    const from = b * width;
    for (let d = 0; d < width; d++) out[to + d] = (out[to + d] as number) + (rows[from + d] as number);
  }
}
