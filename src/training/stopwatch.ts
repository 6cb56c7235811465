/** Counts working time: pauses do not count. */
export interface Stopwatch {
  /** Since the start, without pauses. */
  seconds(): number;
  /** Stands still until `pause` is over. */
  pauseWhile(pause: Promise<void>): Promise<void>;
}

/** Starts at once. `now` gives milliseconds from any origin. */
export function createStopwatch(now: () => number): Stopwatch {
  let start = now();
  return {
    seconds: () => (now() - start) / 1000,
    async pauseWhile(pause) {
      const from = now();
      await pause;
      start += now() - from;
    },
  };
}
