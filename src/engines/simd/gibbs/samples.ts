import { fillNormals } from '../../../core/gibbs/normals.ts';
import { BURN_IN } from '../../../core/gibbs/sweeps.ts';
import { mixKey } from '../../../core/random.ts';
import type { Address } from '../kernels.ts';
import type { Machine } from '../machine.ts';
import { floatsAt } from '../memory/heap.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';

/** Of normal numbers that no task of a sweep draws. */
const STREAM = 4;

/** Where the rows of one sample stand. */
export type SampleRows = Readonly<Record<'user' | 'movie', Address>>;

/**
 * Keeps the sample of a sweep, or does not. Rows without ratings are drawn from their prior, so that what is not known of them shows as well.
 */
export function keepSample(
  { heap, kernels }: Pick<Machine, 'heap' | 'kernels'>,
  gibbs: GibbsPlan,
  seed: number,
  sweep: number,
): void {
  const { sides, slots, n, stride, width } = gibbs;
  const slot = sweep > BURN_IN ? slotOf(sweep - BURN_IN, slots) : null;
  if (slot === null) return;
  const { user, movie } = sampleAt(gibbs, slot);
  copy(sides.user, user, mixKey(seed, sweep, STREAM));
  copy(sides.movie, movie, mixKey(seed, sweep, STREAM + 1));

  function copy({ rows, totals, roots, mean, factor }: GibbsSide, to: Address, key: number): void {
    heap.floats.copyWithin(to / 4, totals / 4, (totals + rows * stride) / 4);
    for (let row = 0; row < rows; row++) {
      if (heap.floats[roots / 4 + row] !== 0) continue;
      const drawn = to + row * stride;
      floatsAt(heap, drawn, n).fill(0);
      fillNormals(floatsAt(heap, drawn, width), key, row * n);
      kernels.solveUpper(factor, stride, n, drawn);
      kernels.add(drawn, drawn, mean, 4 * n);
    }
  }
}

/**
 * Where the sample with this number, from 1, is kept: the first of them all, then every second in the place of those in between, and so on,
 * so that they are always spread evenly. Null where it is not. `slots` is even.
 */
export function slotOf(number: number, slots: number): number | null {
  if (number <= slots) return number - 1;
  let spacing = 1;
  while (number > 2 * slots * spacing) spacing *= 2;
  return number % (2 * spacing) === 0 ? slotOf(number - (slots + 1) * spacing, slots) : null;
}

/** The rows of a kept sample. */
export const sampleAt = ({ sides: { user, movie }, stride }: GibbsPlan, slot: number): SampleRows => ({
  user: user.samples + slot * user.rows * stride,
  movie: movie.samples + slot * movie.rows * stride,
});

/** What the rows of one sample predict of a user and a movie, in target units. */
export function samplePrediction(
  { heap: { floats }, kernels }: Pick<Machine, 'heap' | 'kernels'>,
  { sides, offset, width, stride, rights }: GibbsPlan,
  { user, movie }: SampleRows,
): (row: number, other: number) => number {
  const factors = sides.user.factors.node.width;
  const hasBias = width > factors;
  return (row, other) => {
    const p = user + row * stride;
    const q = movie + other * stride;
    kernels.dotRows(p, 0, q, 0, 1, factors, rights);
    const match = offset + (floats[rights / 4] as number);
    return hasBias ? match + (floats[p / 4 + factors] as number) + (floats[q / 4 + factors] as number) : match;
  };
}
