export type Milliseconds = number;

export interface DrawLoop<Frame> {
  /** Draws this frame in a later task, as soon as the share of time allows; a frame that waits is replaced by a newer one. */
  request(frame: Frame): void;
  stop(): void;
}

/** Script time per elapsed time; half of a tenth, so that rendering React, style, layout and paint fit into that tenth too. */
const SHARE = 1 / 20;
/** Where no GPU draws, the processor does, and the training wants it. */
const LEAST_REST: Milliseconds = 200;

/**
 * A loop that draws the latest frame only, with at most one draw in flight, at a twentieth of the page's time.
 *
 * @param draw - answers how long it kept the page busy
 * @param fail - called at most once, with what `draw` threw; the loop has then stopped
 * @param rests - whether draws are kept apart; else the next begins as soon as the one before is done
 */
export function createDrawLoop<Frame extends object>(
  draw: (frame: Frame) => Promise<Milliseconds>,
  fail: (thrown: unknown) => void,
  rests = true,
): DrawLoop<Frame> {
  let waiting: Frame | undefined;
  let busy = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function next(): Promise<void> {
    if (!waiting || busy || stopped) return;
    const frame = waiting;
    waiting = undefined;
    busy = true;
    try {
      rest(await draw(frame));
    } catch (thrown) {
      if (stopped) return;
      stopped = true;
      fail(thrown);
    }
  }

  function rest(work: Milliseconds): void {
    if (stopped) return;
    timer = setTimeout(
      () => {
        busy = false;
        void next();
      },
      rests ? Math.max(LEAST_REST, work * (1 / SHARE - 1)) : 0,
    );
  }

  return {
    request(frame) {
      waiting = frame;
      if (busy || stopped) return;
      clearTimeout(timer);
      // A task of its own: what asks for a frame has just rendered.
      timer = setTimeout(() => void next());
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
