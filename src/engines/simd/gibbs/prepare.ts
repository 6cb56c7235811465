import { drawPrecision, drawPrior, drawRidge, type Prior, type RowSums } from '../../../core/gibbs/draw-prior.ts';
import { createRandom, normal } from '../../../core/random.ts';
import type { Machine } from '../machine.ts';
import { floatsAt } from '../memory/heap.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';
import type { Orders, Task } from './orders.ts';

/** Draws what the rows of one side come from, and a bag's rows, before its rows are drawn. */
export interface Preparing {
  /** Sets the priors of ALS: none, beyond what L2 adds to each row. */
  begin(): void;
  /** The precision of the noise, given the sum of squared errors; drawn anew. */
  precision(squaredErrors: number, sweep: number): number;
  /** False where the numbers have left all bounds. */
  prepare(side: GibbsSide, sweep: number, weight: number): boolean;
}

export function createPreparing(
  { heap, kernels }: Pick<Machine, 'heap' | 'kernels'>,
  gibbs: GibbsPlan,
  { seed, shares }: { readonly seed: number; readonly shares: number },
  order: (task: Task, side: GibbsSide, orders?: Partial<Orders>) => void,
): Preparing {
  const { n, stride, width, sums, settings } = gibbs;
  const ridges = floatsAt(heap, gibbs.scalars, 2);

  /** The sums of all shares, of which the second are those of the bag's rows. */
  function readSums(offset: number, count: number): RowSums {
    const [sum, squares] = [new Float64Array(width), new Float64Array(width * width)];
    for (let share = 0; share < shares; share++) {
      const at = (sums.first + share * sums.stride + offset) / 4;
      for (let i = 0; i < width; i++) {
        sum[i] = (sum[i] as number) + (heap.floats[at + i] as number);
        // The kernel leaves the upper triangle.
        for (let j = 0; j <= i; j++) {
          const square = heap.floats[at + ((j + 1) * stride) / 4 + i] as number;
          squares[i * width + j] = (squares[i * width + j] as number) + square;
        }
      }
    }
    return { count, sum, squares };
  }

  function write(side: GibbsSide, { mean, precision }: Prior): boolean {
    floatsAt(heap, side.mean, n).set(mean);
    for (let i = 0; i < n; i++) {
      const row = floatsAt(heap, side.precision + i * stride, n);
      row.fill(0);
      if (i < width) row.set(precision.subarray(i * width, (i + 1) * width));
      else row[i] = 1;
    }
    kernels.startMatrix(side.factor, side.precision, stride, n, 0);
    if (kernels.factorise(side.factor, stride, n) < n) return false;
    writeVariances(side);
    return true;
  }

  /** The diagonal of the inverse of the precision: |U⁻ᵀ eᵢ|². */
  function writeVariances({ factor, variances }: GibbsSide): void {
    const unit = floatsAt(heap, gibbs.vector, n);
    const to = floatsAt(heap, variances, n).fill(0);
    for (let i = 0; i < width; i++) {
      unit.fill(0);
      unit[i] = 1;
      to[i] = kernels.solveLower(factor, stride, n, gibbs.vector);
    }
  }

  return {
    begin() {
      for (const { precision } of Object.values(gibbs.sides)) {
        for (let i = width; i < n; i++) floatsAt(heap, precision + i * stride, n)[i] = 1;
      }
    },
    precision(squaredErrors, sweep) {
      const random = createRandom(seed, `noise of sweep ${sweep}`);
      return drawPrecision(settings.ratings, squaredErrors, random, normal(random));
    },
    prepare(side, sweep, weight) {
      const { of, bag } = side;
      const other = gibbs.sides[of === 'user' ? 'movie' : 'user'];
      const seen = (each: GibbsSide): number => heap.words[each.seen / 4] as number;
      const random = createRandom(seed, `${of} rows of sweep ${sweep}`);
      const draw = normal(random);
      const place = of === 'user' ? 0 : 1;
      if (bag) order('rest', side);
      order('sum', side);
      const ofBag = bag && { ...readSums((n + 1) * stride, seen(other)), ridge: ridges[place] as number };
      const prior = drawPrior(readSums(0, seen(side)), ofBag, random, draw);
      if (!prior || !write(side, prior)) return false;
      if (!ofBag) return true;
      // As it is kept, so that a run that goes on has the same.
      const ridge = isZero(ofBag.squares) ? ofBag.ridge : Math.fround(drawRidge(ofBag, prior, random, draw));
      ridges[place] = ridge;
      order('noise', side, { ridge });
      order('regress', side, { ridge });
      order('keep', side, { weight });
      return true;
    },
  };
}

/** Rows that have yet to be drawn say nothing of how far they are from zero. */
const isZero = (squares: Float64Array): boolean => squares.every((square) => square === 0);
