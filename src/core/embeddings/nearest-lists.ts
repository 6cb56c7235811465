import { type BestLists, createBestLists } from '../neighbours/best-lists.ts';
import { unitRows, type VectorTable } from './vector-table.ts';

/**
 * The `count` nearest other rows of every row by cosine, exactly: each pair is compared once. Values are 1 + cosine. Yields the share that is done;
 * returns them with the nearest first.
 */
export function* nearestLists(table: VectorTable, count: number): Generator<number, BestLists, void> {
  const { values, rows, width } = unitRows(table);
  const { lists, offer, sort } = createBestLists(rows, count);
  const pairs = (rows * (rows - 1)) / 2;
  let done = 0;
  for (let a = 0; a < rows; a++) {
    const from = a * width;
    for (let b = a + 1; b < rows; b++) {
      const other = b * width;
      let dot = 0;
      for (let i = 0; i < width; i++) dot += (values[from + i] as number) * (values[other + i] as number);
      const value = Math.max(0, 1 + dot);
      offer(a, b, value);
      offer(b, a, value);
    }
    // All rows before it have offered, and it has to all after it.
    sort(a);
    done += rows - a - 1;
    yield pairs === 0 ? 1 : done / pairs;
  }
  return lists;
}
