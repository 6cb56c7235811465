import { fillNormals } from '../../../core/gibbs/normals.ts';
import type { Address, Kernels } from '../kernels.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import type { Plan } from '../plan/plan.ts';
import { shareOf } from '../plan/shares.ts';
import type { Batch } from '../plan/work.ts';
import { type GibbsPlan, type GibbsSide, PANEL_ROWS } from './layout.ts';
import { type Orders, readOrders } from './orders.ts';
import { createRowWork } from './rows.ts';

/** One share's part of a step: what the orders in memory say, of the rows of the batch where those are drawn. */
export function createGibbsPart(plan: Plan, gibbs: GibbsPlan, kernels: Kernels, heap: Heap): (batch: Batch) => void {
  const { share } = plan;
  const { shares } = plan.settings;
  const { n, stride, width, sums } = gibbs;
  const k = kernels;
  const work = createRowWork(plan, gibbs, kernels, heap);

  const seenOf = (seen: Address) => {
    const { from, to } = shareOf(heap.words[seen / 4] as number, share, shares);
    return { at: seen + 4 * (1 + from), count: to - from };
  };

  /** What is left of the rows without what the bag adds, from the numbers as they are: then it does not depend on how they came about. */
  function leaveRests({ bag, bagRows, offsets, others, totals, rests, seen }: GibbsSide): void {
    if (!bag) return;
    const { at, count } = seenOf(seen);
    k.sumBags(bagRows, stride, 4 * n, offsets, others, at, count, rests);
    for (const row of wordsAt(heap, at, count)) {
      const rest = rests + row * stride;
      k.affine(rest, rest, 4 * n, -1, 0);
      k.add(rest, rest, totals + row * stride, 4 * n);
    }
  }

  function sumRows(side: GibbsSide, other: GibbsSide): void {
    k.clear(sums.own, 2 * (n + 1) * stride);
    sumTable(side.rests, seenOf(side.seen), sums.own);
    if (side.bag) sumTable(side.bagRows, seenOf(other.seen), sums.own + (n + 1) * stride);
  }

  function sumTable(table: number, { at, count }: { readonly at: number; readonly count: number }, to: number): void {
    for (let from = 0; from < count; from += PANEL_ROWS) {
      const rows = Math.min(PANEL_ROWS, count - from);
      k.gatherScaled(table, stride, at + 4 * from, plan.ones, rows, 4 * n, gibbs.panel, stride);
      k.weightedSum(to, to, gibbs.panel, stride, plan.ones, rows, 4 * n);
      k.addSquares(to + stride, stride, gibbs.panel, stride, rows, n);
    }
  }

  /** Noise of the bag's rows, with the covariance that each has given all others. */
  function drawNoise(side: GibbsSide, other: GibbsSide, { key, ridge }: Orders): void {
    const { at, count } = seenOf(other.seen);
    for (const row of wordsAt(heap, at, count)) {
      const noise = side.bagNoise + row * stride;
      fillNormals(floatsAt(heap, noise, width), key, row * n);
      k.solveUpper(side.factor, stride, n, noise);
      const square = heap.floats[other.squares / 4 + row] as number;
      k.affine(noise, noise, 4 * n, 1 / Math.sqrt(square + ridge), 0);
    }
  }

  /** Columns are independent of each other once the noise is drawn: each share has its own. */
  function regress(side: GibbsSide, other: GibbsSide, ridge: number): void {
    for (let column = share; column < n / 4; column += shares) {
      const from = 16 * column;
      k.regressColumns(
        side.bagRows + from,
        side.bagNoise + from,
        side.rests + from,
        stride,
        side.mean + from,
        other.offsets,
        other.others,
        side.roots,
        other.squares,
        ridge,
        other.rows,
      );
    }
  }

  return ({ first, count }) => {
    const orders = readOrders(heap, gibbs.orders);
    const { user, movie } = gibbs.sides;
    const [side, other] = orders.isUser ? [user, movie] : [movie, user];
    switch (orders.task) {
      case 'rest':
        return leaveRests(side);
      case 'sum':
        return sumRows(side, other);
      case 'noise':
        return drawNoise(side, other, orders);
      case 'regress':
        return regress(side, other, orders.ridge);
      case 'keep':
        return work.keepBag(side, seenOf(other.seen), orders);
      case 'rows':
        return work.drawRows(side, other, first, count, orders);
      case 'err':
        return work.addErrors(side, other, first, count);
    }
  };
}
