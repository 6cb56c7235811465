import type { Entity } from '../../models/graph.ts';
import type { Address } from './kernels.ts';
import { type Heap, wordsAt } from './memory/heap.ts';
import type { Plan } from './plan/plan.ts';

/** Puts the users, or the movies, of a batch in the window and then further rows of theirs one after the other. */
export function joinRows(
  { window }: Plan,
  heap: Heap,
  column: Entity,
  to: Address,
  first: number,
  count: number,
  rows: Int32Array,
): void {
  const words = wordsAt(heap, to, count + rows.length);
  words.set(wordsAt(heap, window.at[column] + 4 * first, count));
  words.set(rows, count);
}
