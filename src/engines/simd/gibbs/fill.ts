import { groupPositions } from '../../../core/grouping.ts';
import { pick } from '../../../core/pick.ts';
import type { Examples } from '../../trainer.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';

/** Puts the ratings into memory by user and by movie, with their targets around the offset of the predictions. */
export function fillGibbs({ sides, offset }: GibbsPlan, heap: Heap, { users, movies, targets }: Examples): void {
  const around = targets.map((target) => target - offset);
  fillSide(sides.user, heap, users, movies, around);
  fillSide(sides.movie, heap, movies, users, around);
  fillSquares(sides.user, sides.movie, heap);
  fillSquares(sides.movie, sides.user, heap);
}

function fillSide(side: GibbsSide, heap: Heap, own: Int32Array, other: Int32Array, targets: Float32Array): void {
  const { rows } = side;
  const grouped = groupPositions(own, rows);
  wordsAt(heap, side.offsets, rows + 1).set(grouped.offsets);
  wordsAt(heap, side.others, own.length).set(pick(other, grouped.order));
  floatsAt(heap, side.targets, own.length).set(pick(targets, grouped.order));
  const [seen, roots] = [wordsAt(heap, side.seen, rows + 1), floatsAt(heap, side.roots, rows)];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const length = (grouped.offsets[row + 1] as number) - (grouped.offsets[row] as number);
    roots[row] = length === 0 ? 0 : 1 / Math.sqrt(length);
    if (length > 0) seen[++count] = row;
  }
  seen[0] = count;
}

function fillSquares({ rows, offsets, others, squares }: GibbsSide, other: GibbsSide, heap: Heap): void {
  const [ends, to] = [wordsAt(heap, offsets, rows + 1), floatsAt(heap, squares, rows)];
  const entries = wordsAt(heap, others, ends[rows] as number);
  const roots = floatsAt(heap, other.roots, other.rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = ends[row] as number; at < (ends[row + 1] as number); at++) sum += (roots[entries[at] as number] as number) ** 2;
    to[row] = sum;
  }
}
