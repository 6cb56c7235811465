import type { Kernels } from '../kernels.ts';
import { type Heap, wordsAt } from '../memory/heap.ts';
import { blockColumns, blockRows, rowsAt, vectorBytes } from '../memory/matrix.ts';
import type { Aside } from './aside.ts';
import type { GravityPlan, GravitySide } from './gravity-plan.ts';
import type { Plan } from './plan.ts';
import { shareOf } from './shares.ts';

/** One share of a step's gravity: each share has a range of the rows that are pulled. */
export function createGravityProgram(plan: Plan, gravity: GravityPlan, k: Kernels, heap: Heap): Aside {
  const { share } = plan;
  const { shares } = plan.settings;
  const { zeros } = gravity;
  const sizes = { user: wordsAt(heap, gravity.user.size, 1), movie: wordsAt(heap, gravity.movie.size, 1) };

  /** The rows times the other side's Gramian. */
  function pull({ table, rows: listed, gramian, factors, gradients }: GravitySide, size: number): void {
    const { from, to } = shareOf(size, share, shares);
    if (from === to) return;
    const { width } = table.node;
    const [count, x, g] = [to - from, rowsAt(factors, from), rowsAt(gradients, from)];
    k.gatherRows(table.address, table.stride, listed + 4 * from, count, width, x, factors.stride);
    const [m, n] = [blockRows(count), blockColumns(width)];
    k.gemm(x, factors.stride, 4, gramian.base, gramian.stride, zeros, 0, g, gradients.stride, m, n, width);
    k.affine(g, g, vectorBytes(count, gradients.stride), 1 / size, 0);
  }

  return {
    joined: { user: gravity.user.joined, movie: gravity.movie.joined },
    extra: (column) => sizes[column][0] as number,
    forward() {
      for (const column of ['user', 'movie'] as const) pull(gravity[column], sizes[column][0] as number);
    },
    known(table) {
      for (const { table: own, gradients } of [gravity.user, gravity.movie])
        if (own === table) return { extra: gradients.base, stride: gradients.stride, decay: 0 };
      return { extra: zeros, stride: 0, decay: 0 };
    },
  };
}
