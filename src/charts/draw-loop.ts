export type Milliseconds = number;

export interface DrawLoop<Frame> {
  /** Draws this frame as soon as the share of time allows; a frame that waits is replaced by a newer one. */
  request(frame: Frame): void;
  stop(): void;
}

/** Script time per elapsed time; below a tenth, so that style, layout and paint find room in that tenth too. */
const SHARE = 1 / 15;
const LEAST_REST: Milliseconds = 50;

/**
 * A loop that draws the latest frame only, with at most one draw in flight, at a fifteenth of the page's time.
 *
 * @param draw - answers how long it kept the page busy
 * @param fail - called once with what `draw` threw; the loop has then stopped
 */
export function createDrawLoop<Frame>(
  draw: (frame: Frame) => Promise<Milliseconds>,
  fail: (thrown: unknown) => void,
): DrawLoop<Frame> {
  let waiting: { readonly frame: Frame } | undefined;
  let busy = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function next(): Promise<void> {
    if (!waiting || busy || stopped) return;
    const { frame } = waiting;
    waiting = undefined;
    busy = true;
    const work = await draw(frame);
    timer = setTimeout(rested, Math.max(LEAST_REST, work * (1 / SHARE - 1)));
  }

  function rested(): void {
    busy = false;
    next().catch(give);
  }

  function give(thrown: unknown): void {
    if (stopped) return;
    stopped = true;
    fail(thrown);
  }

  return {
    request(frame) {
      waiting = { frame };
      next().catch(give);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
