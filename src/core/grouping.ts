import { overRows, type Sliced } from './slices.ts';

/** Positions by group: group g's are `order[offsets[g]]` … `order[offsets[g + 1] − 1]`, in their own order. */
export interface Grouped {
  readonly offsets: Int32Array; // (groups + 1), ascending from 0
  readonly order: Int32Array; // (count)
}

/** A stable counting sort of positions. `groupOf` holds the group of each, 0 … groups − 1. */
export function groupPositions(groupOf: ArrayLike<number>, groups: number): Grouped {
  const offsets = offsetsOf(groupOf, groups);
  const order = new Int32Array(groupOf.length);
  place(groupOf, null, order, offsets.slice(0, groups), 0, groupOf.length);
  return { offsets, order };
}

/** Values by group, each in the order in which they come; `offsets` as above. `groupOf` holds the group of each value. */
export function groupValues(
  groupOf: Int32Array,
  groups: number,
  values: Int32Array,
): { readonly offsets: Int32Array; readonly grouped: Int32Array } {
  const offsets = offsetsOf(groupOf, groups);
  const grouped = new Int32Array(groupOf.length);
  place(groupOf, values, grouped, offsets.slice(0, groups), 0, groupOf.length);
  return { offsets, grouped };
}

/** `groupPositions` in slices. */
export function* groupInSlices(groupOf: ArrayLike<number>, groups: number): Sliced<Grouped> {
  const offsets = new Int32Array(groups + 1);
  yield* overRows(groupOf.length, (from, to) => count(groupOf, offsets, from, to));
  addUp(offsets);
  const next = offsets.slice(0, groups);
  const order = new Int32Array(groupOf.length);
  yield* overRows(groupOf.length, (from, to) => place(groupOf, null, order, next, from, to));
  return { offsets, order };
}

function offsetsOf(groupOf: ArrayLike<number>, groups: number): Int32Array {
  const offsets = new Int32Array(groups + 1);
  count(groupOf, offsets, 0, groupOf.length);
  addUp(offsets);
  return offsets;
}

/** Adds the length of each group to the place after its own. */
function count(groupOf: ArrayLike<number>, offsets: Int32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const next = (groupOf[at] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
}

/** Turns the length of each group, which stands at the place after its own, into where it begins. */
export function addUp(offsets: Int32Array): void {
  for (let at = 1; at < offsets.length; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
}

/** Writes values, or the positions themselves, to the next free place of their group. */
function place(
  groupOf: ArrayLike<number>,
  values: Int32Array | null,
  to: Int32Array,
  next: Int32Array,
  first: number,
  end: number,
): void {
  for (let at = first; at < end; at++) {
    const group = groupOf[at] as number;
    const free = next[group] as number;
    to[free] = values === null ? at : (values[at] as number);
    next[group] = free + 1;
  }
}
