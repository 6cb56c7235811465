import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from './camera.ts';

const SPEED = 0.002;

/** The wheel zooms where the map has the focus, or with Ctrl or ⌘, as a pinch on a pad does; else it scrolls the page. */
export function useWheelZoom(frame: RefObject<HTMLElement | null>, onZoom: (at: Place, factor: number) => void): void {
  const newest = useRef(onZoom);
  newest.current = onZoom;
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      newest.current([event.clientX - left, event.clientY - top], Math.exp(-event.deltaY * SPEED * (event.ctrlKey ? 4 : 1)));
    };
    // React's own listener could not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);
}
