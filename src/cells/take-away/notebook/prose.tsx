import { type ComponentType, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { markdownOf } from './markdown.ts';

type Draw = (Explain: ComponentType) => string;

let drawn: Draw = () => '';

/** An explanation as it reads now, as Markdown; empty where no `ProseDrawer` is there. */
export const proseOf: Draw = (Explain) => drawn(Explain);

/** Draws explanations for `proseOf` where nobody sees them, in the words of the page. */
export function ProseDrawer() {
  const [place] = useState(() => document.createElement('div'));
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    drawn = (Explain) => {
      flushSync(() => setShown(() => Explain));
      // Before formulas are set: until then they are their TeX.
      const html = place.innerHTML;
      flushSync(() => setShown(null));
      return markdownOf(html);
    };
    return () => {
      drawn = () => '';
    };
  }, [place]);
  return Shown && createPortal(<Shown />, place);
}
