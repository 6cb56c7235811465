/** How fast a run goes, over all of its epochs. */
export interface Pace {
  /** To be told now and then, for the first time when the first slice of work is done. */
  note(examplesDone: number): void;
  /** Examples a second; null before there is enough to tell by. */
  perSecond(): number | null;
}

/** Of a shorter time chance is too large a part. */
const SHORTEST_SAMPLE_SECONDS = 0.1;

/** What comes before the first note is left out: code is compiled, and buffers are made, in the first steps. `seconds`: of work so far. */
export function createPace(seconds: () => number): Pace {
  let first: { readonly done: number; readonly at: number } | null = null;
  let done = 0;
  return {
    note(examplesDone) {
      first ??= { done: examplesDone, at: seconds() };
      done = examplesDone;
    },
    perSecond() {
      if (first === null || done === first.done) return null;
      const spent = seconds() - first.at;
      return spent < SHORTEST_SAMPLE_SECONDS ? null : (done - first.done) / spent;
    },
  };
}
