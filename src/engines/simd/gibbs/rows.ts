import { toExactUnit } from '../../../core/exact-sum.ts';
import { fillNormals } from '../../../core/gibbs/normals.ts';
import type { Address, Kernels } from '../kernels.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import type { EmbeddingTable } from '../memory/tables.ts';
import type { Plan } from '../plan/plan.ts';
import { boundOf } from '../solver/blocks.ts';
import { type GibbsPlan, type GibbsSide, PANEL_ROWS } from './layout.ts';
import type { Orders } from './orders.ts';

/** Times the diagonal: some times what rounding is. */
const TIGHTER = 1 + 1e-4;

/** One share's work on single rows. */
export interface RowWork {
  /** Draws, or solves, its part of the rows from `first` on, each given the rows of the other side, and adds up their errors. */
  drawRows(side: GibbsSide, other: GibbsSide, first: number, count: number, orders: Orders): void;
  addErrors(side: GibbsSide, other: GibbsSide, first: number, count: number): void;
  /** Brings the mean of a bag's rows up to date. */
  keepBag(side: GibbsSide, rows: { readonly at: Address; readonly count: number }, orders: Orders): void;
}

export function createRowWork(plan: Plan, gibbs: GibbsPlan, kernels: Kernels, heap: Heap): RowWork {
  const k = kernels;
  const { share } = plan;
  const { shares } = plan.settings;
  const { settings, n, stride, width, matrix, vector, prior, noise, panel, scales, rights, errors } = gibbs;
  const { floats, words, doubles } = heap;
  const factors = gibbs.sides.user.factors.node.width;
  const hasBias = width > factors;

  function boundsOf({ offsets, rows }: GibbsSide, first: number, count: number): readonly [number, number] {
    const all = wordsAt(heap, offsets, rows + 1);
    return [boundOf(all, n, first, first + count, share, shares), boundOf(all, n, first, first + count, share + 1, shares)];
  }

  /**
   * Rows of the other side that a row was rated with, with 1 in the place of their bias; leaves in `rights` what the ratings say beyond that
   * bias. Both times `scale`.
   */
  function layOut({ others, targets }: GibbsSide, { totals }: GibbsSide, at: number, count: number, scale: number): void {
    k.gatherScaled(totals, stride, others + 4 * at, scales, count, 4 * n, panel, stride);
    let place = panel / 4 + factors;
    for (let i = 0; i < count; i++, place += stride / 4) {
      const right = scale * (floats[targets / 4 + at + i] as number);
      if (hasBias) {
        floats[rights / 4 + i] = right - (floats[place] as number);
        floats[place] = scale;
      } else floats[rights / 4 + i] = right;
    }
  }

  /** The precision of the prior, and that times its mean. */
  function startDrawn(side: GibbsSide, row: number): void {
    const [mean, total, rest] = [side.mean / 4, (side.totals + row * stride) / 4, (side.rests + row * stride) / 4];
    for (let i = 0; i < n; i++) {
      floats[prior / 4 + i] = (floats[mean + i] as number) + (floats[total + i] as number) - (floats[rest + i] as number);
    }
    k.startMatrix(matrix, side.precision, stride, n, 0);
    k.clear(vector, stride);
    k.weightedSum(vector, vector, side.precision, stride, prior, n, 4 * n);
  }

  /** L2 counts once for each rating (Zhou et al. 2008). */
  function startSolved({ precision, factors: table, bias }: GibbsSide, ratings: number): void {
    k.startMatrix(matrix, precision, stride, n, ratings * table.node.l2);
    if (bias) {
      const at = (matrix + factors * (stride + 4)) / 4;
      floats[at] = (floats[at] as number) + ratings * (bias.node.l2 - table.node.l2);
    }
    k.clear(vector, stride);
  }

  /** Leaves the equations of a row in `matrix` and `vector`. */
  function addUp(side: GibbsSide, other: GibbsSide, row: number, root: number): void {
    floatsAt(heap, scales, PANEL_ROWS).fill(root);
    const [from, to] = [words[side.offsets / 4 + row] as number, words[side.offsets / 4 + row + 1] as number];
    if (settings.draws) startDrawn(side, row);
    else startSolved(side, to - from);
    for (let at = from; at < to; at += PANEL_ROWS) {
      const count = Math.min(PANEL_ROWS, to - at);
      layOut(side, other, at, count, root);
      k.addSquares(matrix, stride, panel, stride, count, n);
      k.weightedSum(vector, vector, panel, stride, rights, count, 4 * n);
    }
  }

  /** False where they have no single solution. Where a prior leaves them open and rounding alone makes them singular, it holds a little tighter. */
  function factorise(side: GibbsSide, other: GibbsSide, row: number, root: number): boolean {
    addUp(side, other, row, root);
    if (k.factorise(matrix, stride, n) === n) return true;
    if (!settings.draws) return false;
    addUp(side, other, row, root);
    for (let i = 0, at = matrix / 4; i < n; i++, at += stride / 4 + 1) floats[at] = (floats[at] as number) * TIGHTER;
    return k.factorise(matrix, stride, n) === n;
  }

  /** Leaves the row in `vector`; false where it cannot be found. */
  function solve(side: GibbsSide, other: GibbsSide, row: number, { root, key }: Orders): boolean {
    if (!factorise(side, other, row, root)) return false;
    k.solveLower(matrix, stride, n, vector);
    if (settings.draws) {
      fillNormals(floatsAt(heap, noise, width), key, row * n);
      k.add(vector, vector, noise, 4 * n);
    }
    k.solveUpper(matrix, stride, n, vector);
    return true;
  }

  /** Without ratings a row is as its prior has it in the middle. */
  function takeMiddle({ mean, variances, totals, rests }: GibbsSide, row: number): void {
    for (const to of [totals, rests]) k.copyColumns(to + row * stride, 0, mean, 0, 1, n);
    k.copyColumns(vector, 0, variances, 0, 1, n);
  }

  /** Puts the solution in the place of a row, and keeps what the bag adds to it. */
  function place({ totals, rests, bag }: GibbsSide, row: number): void {
    const [total, rest] = [(totals + row * stride) / 4, (rests + row * stride) / 4];
    for (let i = 0; i < width; i++) {
      const value = floats[vector / 4 + i] as number;
      if (bag) floats[rest + i] = (floats[rest + i] as number) + value - (floats[total + i] as number);
      floats[total + i] = value;
    }
    k.clear(vector, stride);
  }

  /** The row, its running mean without the bag, and the running mean of its squares, to which `vector` is added. */
  function keep(side: GibbsSide, row: number, weight: number): void {
    const { factors: table, bias, totals, rests } = side;
    keepPart(table, totals + row * stride, rests + row * stride, 0);
    if (bias) {
      const at = totals + row * stride + 4 * factors;
      keepPart(bias, at, at, factors);
    }

    function keepPart(
      { address, stride, offset, between }: EmbeddingTable,
      total: Address,
      rest: Address,
      skipped: number,
    ): void {
      const mean = (address + row * stride) / 4;
      const [first, second] = [mean + offset / 4, mean + (offset + between) / 4];
      for (let i = 0; i < (skipped === 0 ? factors : 1); i++) {
        const value = floats[total / 4 + i] as number;
        const square = value * value + (floats[vector / 4 + skipped + i] as number);
        floats[first + i] = value;
        floats[mean + i] = lean(floats[mean + i] as number, floats[rest / 4 + i] as number, weight);
        floats[second + i] = lean(floats[second + i] as number, square, weight);
      }
    }
  }

  function addErrorsOf(side: GibbsSide, other: GibbsSide, row: number): void {
    const [from, to] = [words[side.offsets / 4 + row] as number, words[side.offsets / 4 + row + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at += PANEL_ROWS) {
      const count = Math.min(PANEL_ROWS, to - at);
      layOut(side, other, at, count, 1);
      // The predictions go where the panel's scales were: those are all 1 again below.
      k.dotRows(panel, stride, side.totals + row * stride, 0, count, width, scales);
      for (let i = 0; i < count; i++) sum += ((floats[rights / 4 + i] as number) - (floats[scales / 4 + i] as number)) ** 2;
      floatsAt(heap, scales, PANEL_ROWS).fill(1);
    }
    const exact = toExactUnit(sum);
    doubles[errors.own / 8] = (doubles[errors.own / 8] as number) + exact;
    doubles[plan.losses.own / 8] = (doubles[plan.losses.own / 8] as number) + exact;
  }

  return {
    drawRows(side, other, first, count, orders) {
      const [from, to] = boundsOf(side, first, count);
      for (let row = from; row < to; row++) {
        const isSeen = words[side.offsets / 4 + row] !== words[side.offsets / 4 + row + 1];
        if (!isSeen) takeMiddle(side, row);
        else {
          if (!solve(side, other, row, orders)) {
            doubles[errors.own / 8 + 1] = 1 + row;
            return;
          }
          place(side, row);
          floatsAt(heap, scales, PANEL_ROWS).fill(1);
          addErrorsOf(side, other, row);
        }
        keep(side, row, orders.weight);
      }
    },
    addErrors(side, other, first, count) {
      const [from, to] = boundsOf(side, first, count);
      floatsAt(heap, scales, PANEL_ROWS).fill(1);
      for (let row = from; row < to; row++) addErrorsOf(side, other, row);
    },
    keepBag({ bag, bagRows }, { at, count }, { weight }) {
      if (!bag) return;
      const { table } = bag;
      for (const row of wordsAt(heap, at, count)) {
        const from = (bagRows + row * stride) / 4;
        const [mean, first] = [(table.weights + row * table.stride) / 4, (table.first + row * table.stride) / 4];
        for (let i = 0; i < factors; i++) {
          const value = floats[from + i] as number;
          floats[first + i] = value;
          floats[mean + i] = lean(floats[mean + i] as number, value, weight);
        }
      }
    },
  };
}

/** `mean` with a share of it replaced by `value`. */
const lean = (mean: number, value: number, weight: number): number => (weight === 1 ? value : mean + weight * (value - mean));
