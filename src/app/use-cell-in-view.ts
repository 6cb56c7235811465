import { useEffect, useState } from 'react';

/** The stretch of the window, below its top, in which the cell stands that is being read. */
const READ = '-20% 0px -75%';

/** The cell that is being read; null above the first. */
export function useCellInView(): string | null {
  const [inView, setInView] = useState<string | null>(null);
  useEffect(() => {
    const crossing = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { cell = '' } = (target as HTMLElement).dataset;
          if (isIntersecting) crossing.add(cell);
          else crossing.delete(cell);
        }
        setInView([...crossing].at(-1) ?? null);
      },
      { rootMargin: READ },
    );
    for (const cell of document.querySelectorAll('[data-cell]')) observer.observe(cell);
    return () => observer.disconnect();
  }, []);
  return inView;
}
