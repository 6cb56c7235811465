import { firstInView } from './first-in-view.ts';
import { type Anchor, holdPlace } from './hold-place.ts';

/** Scroll anchoring for a browser that has none (WebKit): a box is observed after layout and before it is drawn, so nothing is seen to move. */
export function holdPage(root: Element): void {
  const anchorOf = (element: Element): Anchor => ({
    top: () => (element.isConnected ? element.getBoundingClientRect().top : null),
  });
  const place = holdPlace({
    find() {
      const element = firstInView(root);
      return element && anchorOf(element);
    },
    scrolled: () => scrollY,
    scrollBy: (distance) => scrollBy({ top: distance, behavior: 'instant' }),
    now: () => performance.now(),
  });
  addEventListener('scroll', place.onScroll, { passive: true });
  new ResizeObserver(place.onResize).observe(root);
}
