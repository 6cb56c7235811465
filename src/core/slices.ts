/**
 * Long work that is pulled slice by slice. Yields the rows that each slice went over, so that whoever pulls it can let messages
 * in, say how far it has come, or give up.
 */
export type Sliced<Result> = Generator<number, Result, void>;

/** A few milliseconds of work at most. */
const SLICE_ROWS = 2 ** 17;

/** Goes over rows 0 … count − 1, from `from` up to `to` in each slice. */
export function* overRows(count: number, work: (from: number, to: number) => void): Sliced<void> {
  for (let from = 0; from < count; from += SLICE_ROWS) {
    const to = Math.min(count, from + SLICE_ROWS);
    work(from, to);
    yield to - from;
  }
}

/** Work that is begun once, whoever goes on with it. */
export interface SharedWork<Result> {
  /** Does a slice, if there is one left; whether that was the last. */
  advance(): boolean;
  /** Does the rest at one go. */
  result(): Result;
}

export function shareWork<Result>(begin: () => Sliced<Result>): SharedWork<Result> {
  let work: Sliced<Result> | null = null;
  let done: { readonly value: Result } | null = null;
  const advance = (): boolean => {
    if (done) return true;
    const going = work ?? begin();
    // What throws is over. Whoever asks next begins anew.
    work = null;
    const next = going.next();
    if (next.done) done = { value: next.value };
    else work = going;
    return next.done === true;
  };
  return {
    advance,
    result() {
      while (done === null) advance();
      return done.value;
    },
  };
}

/** Does all of it at one go. */
export function finish<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
