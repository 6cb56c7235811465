/** Decides how many steps go between two looks at the messages. */
export interface Slice {
  begin(): void;
  /** To be called after every step; answers whether to report and look now. */
  step(): boolean;
  /** To be called once all work of the slice is done, the reading of the loss included. */
  end(): void;
}

/** Well under the 100 ms in which buttons answer. */
const MILLISECONDS = 40;

/**
 * Slices by time, and by steps as well: on a GPU a step returns long before it is done, and what has been queued shows only
 * when the loss is read. `now` gives milliseconds from any origin.
 */
export function createSlice(now: () => number): Slice {
  let start = now();
  let steps = 0;
  let most = 1;
  return {
    begin() {
      start = now();
      steps = 0;
    },
    step: () => ++steps >= most || now() - start >= MILLISECONDS,
    end() {
      const millisecondsPerStep = (now() - start) / steps;
      most = Math.max(1, Math.min(2 * most, Math.round(MILLISECONDS / millisecondsPerStep)));
    },
  };
}
