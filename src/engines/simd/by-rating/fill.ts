import type { RatingGrid } from '../../rating-grid.ts';
import type { Examples } from '../../trainer.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import { type ByRatingPlan, WORDS_OF_ENTRY } from './layout.ts';

/** Puts the ratings into memory in the order in which they are learned: each is read once an epoch, one after the other. */
export function fillByRating(
  { offsets, entries }: ByRatingPlan,
  heap: Heap,
  { users, movies, targets }: Examples,
  grid: RatingGrid,
): void {
  wordsAt(heap, offsets, grid.offsets.length).set(grid.offsets);
  const length = WORDS_OF_ENTRY * grid.order.length;
  const [words, floats] = [wordsAt(heap, entries, length), floatsAt(heap, entries, length)];
  for (let i = 0, to = 0; i < grid.order.length; i++, to += WORDS_OF_ENTRY) {
    const at = grid.order[i] as number;
    words[to] = users[at] as number;
    words[to + 1] = movies[at] as number;
    floats[to + 2] = targets[at] as number;
  }
}
