import { groupPositions } from '../../../core/grouping.ts';
import { type ImplicitRule, ridgesOf } from '../../../core/implicit.ts';
import { pick } from '../../../core/pick.ts';
import type { Examples } from '../../trainer.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import type { SolverPlan, SolverSide } from './layout.ts';

/** Puts into memory what the solver reads as constants, and the liked pairs by user and by movie. */
export function fillSolver(
  solver: SolverPlan,
  heap: Heap,
  { users, movies, targets }: Examples,
  rule: ImplicitRule,
  shares: number,
): void {
  const { sides, n, stride, filler } = solver;
  floatsAt(heap, solver.gramianWeights, shares).fill(rule.unobserved);
  floatsAt(heap, filler, (n * stride) / 4).fill(0);
  for (let i = sides.user.table.node.width; i < n; i++) floatsAt(heap, filler + i * stride, n)[i] = 1;
  fillSide(sides.user, heap, users, movies, targets, ridgesFor(sides.movie.rows));
  fillSide(sides.movie, heap, movies, users, targets, ridgesFor(sides.user.rows));

  function ridgesFor(others: number) {
    return (liked: Float64Array): Float64Array => ridgesOf(liked, others, rule);
  }
}

function fillSide(
  { rows, offsets, others, roots, ridges }: SolverSide,
  heap: Heap,
  own: Int32Array,
  other: Int32Array,
  weights: Float32Array,
  ridgesFor: (liked: Float64Array) => Float64Array,
): void {
  const grouped = groupPositions(own, rows);
  wordsAt(heap, offsets, rows + 1).set(grouped.offsets);
  wordsAt(heap, others, own.length).set(pick(other, grouped.order));
  floatsAt(heap, roots, own.length).set(pick(weights, grouped.order).map(Math.sqrt));
  const liked = new Float64Array(rows);
  for (let at = 0; at < own.length; at++) {
    const row = own[at] as number;
    liked[row] = (liked[row] as number) + (weights[at] as number);
  }
  floatsAt(heap, ridges, rows).set(ridgesFor(liked));
}
