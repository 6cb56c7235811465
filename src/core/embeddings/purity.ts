import type { RowLists } from '../lists.ts';
import { createRandom } from '../random.ts';
import { samplePositions } from '../sample.ts';
import { nearest } from './nearest.ts';
import { rowsOf, unitRows, type VectorTable, vectorAt } from './vector-table.ts';

/** How far neighbours belong to the same class. */
export interface Purity {
  /** The share of the nearest that share a class with the row that they are nearest to. */
  readonly share: number;
  /** The same share of all other rows: what chance gives. */
  readonly expected: number;
  /** Of how many rows it was measured. */
  readonly measured: number;
  readonly neighbours: number;
}

export interface PurityOptions {
  /** How many of the nearest are looked at, by cosine. */
  readonly neighbours: number;
  /** Of how many rows, which are drawn by the seed. */
  readonly sample: number;
  readonly seed: number;
}

/** Rows without a class, or of zeros, are left out. Null where fewer than two are left. */
export function neighbourPurity(table: VectorTable, classes: RowLists, options: PurityOptions): Purity | null {
  const usable = Int32Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => (classes.offsets[row + 1] as number) > (classes.offsets[row] as number) && vectorAt(table, row).some((x) => x !== 0),
  );
  if (usable.length < 2) return null;
  const vectors = unitRows(rowsOf(table, usable));
  const random = createRandom(options.seed, 'purity');
  const sample = samplePositions(usable.length, options.sample, random);
  const excluded = new Uint8Array(usable.length);
  let [same, near, shared] = [0, 0, 0];
  for (const at of sample) {
    const shares = sharingWith(classes, usable, usable[at] as number);
    for (let other = 0; other < usable.length; other++) if (other !== at) shared += shares(other);
    excluded[at] = 1;
    for (const { row } of nearest(vectors, vectorAt(vectors, at), { by: 'dot', count: options.neighbours, excluded })) {
      same += shares(row);
      near++;
    }
    excluded[at] = 0;
  }
  return {
    share: same / near,
    expected: shared / (sample.length * (usable.length - 1)),
    measured: sample.length,
    neighbours: options.neighbours,
  };
}

/** Whether a row shares a class with others, by their place among those that are usable: 1 or 0. */
function sharingWith({ offsets, rows }: RowLists, usable: Int32Array, row: number): (other: number) => number {
  const own = new Set(rows.subarray(offsets[row], offsets[row + 1]));
  return (other) => {
    const to = offsets[(usable[other] as number) + 1] as number;
    for (let at = offsets[usable[other] as number] as number; at < to; at++) if (own.has(rows[at] as number)) return 1;
    return 0;
  };
}
