import { yieldToMessages } from '../core/clock.ts';
import type { Sliced } from '../core/slices.ts';

const LONGEST_MILLISECONDS = 30;

/**
 * Does sliced work with pauses in which messages come in. `onRows` hears of the rows gone over so far after each pause, and ends
 * the work by throwing.
 */
export async function inSlices<Result>(work: Sliced<Result>, onRows: (rows: number) => void): Promise<Result> {
  let rows = 0;
  let paused = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    rows += next.value;
    if (performance.now() - paused < LONGEST_MILLISECONDS) continue;
    await yieldToMessages();
    onRows(rows);
    paused = performance.now();
  }
}
