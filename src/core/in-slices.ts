import { yieldToMessages } from './clock.ts';
import type { Sliced } from './slices.ts';

const LONGEST_MILLISECONDS = 30;

/**
 * Does long work with a pause after every so many milliseconds, in which messages come in; yields after each pause what the work
 * yielded last.
 */
export async function* withPauses<Progress, Result>(
  work: Generator<Progress, Result, void>,
  milliseconds: number,
): AsyncGenerator<Progress, Result, void> {
  let paused = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() - paused < milliseconds) continue;
    await yieldToMessages();
    yield next.value;
    paused = performance.now();
  }
}

/**
 * Does sliced work with pauses in which messages come in. `onRows` hears of the rows gone over so far after each pause, and ends
 * the work by throwing.
 */
export async function inSlices<Result>(work: Sliced<Result>, onRows: (rows: number) => void): Promise<Result> {
  const slices = withPauses(addUp(work), LONGEST_MILLISECONDS);
  for (;;) {
    const next = await slices.next();
    if (next.done) return next.value;
    onRows(next.value);
  }
}

/** Yields the rows of all slices so far. */
function* addUp<Result>(work: Sliced<Result>): Sliced<Result> {
  let rows = 0;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    rows += next.value;
    yield rows;
  }
}
