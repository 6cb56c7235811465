import { finish, overRows, type Sliced } from './slices.ts';

/** Positions by group: group g's are `order[offsets[g]]` … `order[offsets[g + 1] − 1]`, in their own order. */
export interface Grouped {
  readonly offsets: Int32Array; // (groups + 1), ascending from 0
  readonly order: Int32Array; // (count)
}

/** A stable counting sort. `groupOf` holds the group of each position, 0 … groups − 1. */
export function* groupInSlices(groupOf: ArrayLike<number>, groups: number): Sliced<Grouped> {
  const offsets = new Int32Array(groups + 1);
  yield* overRows(groupOf.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const next = (groupOf[at] as number) + 1;
      offsets[next] = (offsets[next] as number) + 1;
    }
  });
  for (let group = 0; group < groups; group++) offsets[group + 1] = (offsets[group + 1] as number) + (offsets[group] as number);
  const next = offsets.slice(0, groups);
  const order = new Int32Array(groupOf.length);
  yield* overRows(groupOf.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const group = groupOf[at] as number;
      const place = next[group] as number;
      order[place] = at;
      next[group] = place + 1;
    }
  });
  return { offsets, order };
}

/** The same in one go. */
export const groupPositions = (groupOf: ArrayLike<number>, groups: number): Grouped => finish(groupInSlices(groupOf, groups));
