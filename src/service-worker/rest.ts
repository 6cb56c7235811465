/** Lets the saving of the page wait while the page is at work. */
export interface Rest {
  /** To be called again and again while it is to last: so it ends by itself where the page is gone. */
  ask(): void;
  /** Resolves at once, or when it has not been asked for during some seconds. */
  over(): Promise<void>;
}

const LASTS_MILLISECONDS = 3000;
const TICK_MILLISECONDS = 250;
/** Browsers end a service worker that takes more than five minutes to install. */
const MOST_TICKS = 120_000 / TICK_MILLISECONDS;

/** @param now milliseconds from any origin */
export function createRest(now: () => number): Rest {
  let until = Number.NEGATIVE_INFINITY;
  let ticks = 0;
  return {
    ask() {
      until = now() + LASTS_MILLISECONDS;
    },
    async over() {
      while (now() < until && ticks++ < MOST_TICKS) await new Promise((resolve) => setTimeout(resolve, TICK_MILLISECONDS));
    },
  };
}
