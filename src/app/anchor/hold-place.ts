/** What scroll anchoring needs to know of a page, in CSS pixels. */
export interface Scroller {
  /** The first element in view; null where there is none. */
  find(): Anchor | null;
  scrolled(): number;
  scrollBy(distance: number): void;
  /** Milliseconds from any origin. */
  now(): number;
}

export interface Anchor {
  /** Its distance from the top of the view; null once it is gone from the page. */
  top(): number | null;
}

/** So long after a scroll by somebody else the page is taken to be scrolling: to correct it then would stop it. */
const SCROLLING_MILLISECONDS = 150;
/** Less is rounding. */
const LEAST = 1;

/** Keeps what is in view where it is when something above it changes its height. */
export function holdPlace(page: Scroller): { onScroll(): void; onResize(): void } {
  let anchor: Anchor | null = null;
  let top = 0;
  /** Where its own last scroll led: of several there may be an event each. */
  let own: number | null = null;
  let scrolledAt = Number.NEGATIVE_INFINITY;

  const note = (): void => {
    anchor = page.scrolled() > 0 ? page.find() : null;
    top = anchor?.top() ?? 0;
  };

  return {
    onScroll() {
      if (page.scrolled() !== own) scrolledAt = page.now();
      note();
    },
    onResize() {
      const now = anchor?.top() ?? null;
      const moved = now === null ? 0 : now - top;
      if (Math.abs(moved) >= LEAST && page.now() - scrolledAt > SCROLLING_MILLISECONDS) {
        page.scrollBy(moved);
        own = page.scrolled();
      }
      note();
    },
  };
}
