import { toExactUnit } from '../../../core/exact-sum.ts';
import type { Kernels } from '../kernels.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import type { Plan } from '../plan/plan.ts';
import { shareOf } from '../plan/shares.ts';
import type { Batch } from '../plan/work.ts';
import { boundOf } from './blocks.ts';
import { PANEL_ROWS, type SolverPlan, type SolverSide } from './layout.ts';

/**
 * One share's parts of a step that solves rows: those of a batch, counted through users first and then movies. The first step of either side
 * sums up the Gramian of the other.
 */
export function createSolverParts(
  plan: Plan,
  solver: SolverPlan,
  kernels: Kernels,
  heap: Heap,
): readonly ((batch: Batch) => void)[] {
  const k = kernels;
  const { share } = plan;
  const { shares } = plan.settings;
  const { n, stride, gramians, base, matrix, vector, panel } = solver;
  const { user, movie } = solver.sides;
  const lists = new Map([user, movie].map((side) => [side, listsOf(heap, side)]));
  const losses = heap.doubles;
  const bytes = n * stride;

  function sumGramian({ first }: Batch): void {
    if (first !== 0 && first !== user.rows) return;
    const { table, rows } = first === 0 ? movie : user;
    const { from, to } = shareOf(rows, share, shares);
    k.clear(gramians.own, bytes);
    for (let at = from; at < to; at += PANEL_ROWS) {
      const count = Math.min(PANEL_ROWS, to - at);
      k.gatherScaled(table.address + at * table.stride, table.stride, plan.counting, plan.ones, count, table.span, panel, stride);
      k.addSquares(gramians.own, stride, panel, stride, count, n);
    }
  }

  function solveRows({ first, count }: Batch): void {
    const [side, other, start] = first < user.rows ? [user, movie, first] : [movie, user, first - user.rows];
    k.weightedSum(base, solver.filler, gramians.first, gramians.stride, solver.gramianWeights, shares, bytes);
    const { offsets } = lists.get(side) as Lists;
    const bounds = [share, share + 1].map((i) => boundOf(offsets, n, start, start + count, i, shares));
    for (let row = bounds[0] as number; row < (bounds[1] as number); row++) solveRow(side, other, row);
  }

  function solveRow(side: SolverSide, other: SolverSide, row: number): void {
    const { offsets, roots, ridges } = lists.get(side) as Lists;
    const { table } = side;
    const own = table.address + row * table.stride;
    const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
    if (from === to) {
      k.clear(own, table.span);
      return;
    }
    k.startMatrix(matrix, base, stride, n, ridges[row] as number);
    k.clear(vector, stride);
    for (let at = from; at < to; at += PANEL_ROWS) {
      const count = Math.min(PANEL_ROWS, to - at);
      const [others, scales] = [side.others + 4 * at, side.roots + 4 * at];
      k.gatherScaled(other.table.address, other.table.stride, others, scales, count, other.table.span, panel, stride);
      k.addSquares(matrix, stride, panel, stride, count, n);
      k.weightedSum(vector, vector, panel, stride, scales, count, 4 * n);
    }
    if (k.factorise(matrix, stride, n) < n) {
      heap.doubles[solver.failures.own / 8] = 1 + row + (side === movie ? user.rows : 0);
      return;
    }
    const explained = k.solveLower(matrix, stride, n, vector);
    k.solveUpper(matrix, stride, n, vector);
    k.copyColumns(own, 0, vector, 0, 1, table.node.width);
    let weight = 0;
    for (let at = from; at < to; at++) weight += (roots[at] as number) ** 2;
    const at = plan.losses.own / 8;
    losses[at] = (losses[at] as number) + toExactUnit(weight - explained);
  }

  return [sumGramian, solveRows];
}

interface Lists {
  readonly offsets: Int32Array;
  readonly roots: Float32Array;
  readonly ridges: Float32Array;
}

function listsOf(heap: Heap, { rows, offsets, roots, ridges }: SolverSide): Lists {
  const found = wordsAt(heap, offsets, rows + 1);
  // Programs are made before the lists are filled, so that their length is not known from the offsets yet.
  return { offsets: found, roots: heap.floats.subarray(roots / 4), ridges: floatsAt(heap, ridges, rows) };
}
