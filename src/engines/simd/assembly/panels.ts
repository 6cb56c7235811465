import { addTile } from './tile';

// A panel is a few rows packed by columns: block after block of `width` columns, in each the rows one after the other, so that a tile
// reads it from end to end.

/** Packs rows, `columns` being a multiple of `width`, and that of 4. */
export function packPanel(panel: usize, from: usize, fromStride: usize, rows: i32, columns: i32, width: i32): void {
  const span = <usize>width << 2;
  for (let c: usize = 0, end = <usize>columns << 2; c < end; c += span) {
    let row = from + c;
    for (let p = 0; p < rows; p++) {
      for (let d: usize = 0; d < span; d += 16) v128.store(panel + d, v128.load(row + d));
      panel += span;
      row += fromStride;
    }
  }
}

/**
 * C −= Xᵀ · Y on and above the diagonal, in the columns from … to − 1, both multiples of 8. X is a panel of blocks of 4, Y of 8, each of
 * `count` rows.
 */
export function subtractProduct(c: usize, cStride: usize, x: usize, y: usize, count: i32, from: i32, to: i32): void {
  const block = <usize>count << 4;
  for (let j = from; j < to; j += 8) {
    const columns = y + <usize>(j >> 3) * 2 * block;
    let rows = x;
    let at = c + (<usize>j << 2);
    for (let i = 0; i < j + 8; i += 4) {
      addTile(at, cStride, rows, columns, 16, 32, count, true);
      rows += block;
      at += 4 * cStride;
    }
  }
}
