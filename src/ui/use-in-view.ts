import { type RefObject, useEffect, useRef, useState } from 'react';

interface Seen {
  readonly isInView: boolean;
  /** Whether it has been in view before, or is now. */
  readonly wasSeen: boolean;
}

/** Whether an element is in view, or nearly. */
export function useInView<E extends HTMLElement>(): readonly [RefObject<E | null>, Seen] {
  const element = useRef<E>(null);
  const [seen, setSeen] = useState<Seen>({ isInView: false, wasSeen: false });
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isInView = entries.at(-1)?.isIntersecting ?? false;
        setSeen(({ wasSeen }) => ({ isInView, wasSeen: wasSeen || isInView }));
      },
      { rootMargin: '200px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, seen];
}
