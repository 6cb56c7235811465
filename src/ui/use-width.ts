import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { observeSize } from './observe-size.ts';

/** The width of an element in px as it changes; 0 before it stands on the page. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    setWidth(current.clientWidth);
    return observeSize(current, () => setWidth(current.clientWidth));
  }, []);
  return [element, width];
}
