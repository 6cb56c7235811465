import { cellPart, GRID } from '../../rating-grid.ts';
import type { Kernels } from '../kernels.ts';
import { type Heap, wordsAt } from '../memory/heap.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch } from '../plan/work.ts';
import { type ByRatingPlan, WORDS_OF_ENTRY } from './layout.ts';

/**
 * One share's part of a step: the ratings of its own block of users. The batch's `first` is the stratum and its `count` the
 * piece of it.
 */
export function createByRatingPart(
  { share, losses }: Plan,
  plan: ByRatingPlan,
  kernels: Kernels,
  heap: Heap,
): (batch: Batch) => void {
  const { user, movie, userBias, movieBias, hasBiases, span, offset, entries, settings } = plan;
  const offsets = wordsAt(heap, plan.offsets, GRID * GRID + 1);
  return ({ first: stratum, count: piece, rate }) => {
    const { from, to } = cellPart(offsets, share, stratum, piece, settings.pieces);
    const biasRate = hasBiases ? rate * settings.biasRate : 0;
    kernels.learnRatings(
      entries + 4 * WORDS_OF_ENTRY * from,
      to - from,
      user.address,
      user.stride,
      movie.address,
      movie.stride,
      span,
      userBias.address,
      userBias.stride,
      movieBias.address,
      movieBias.stride,
      offset,
      rate,
      1 - rate * user.l2,
      1 - rate * movie.l2,
      biasRate,
      1 - biasRate * userBias.l2,
      1 - biasRate * movieBias.l2,
      losses.own,
    );
  };
}
