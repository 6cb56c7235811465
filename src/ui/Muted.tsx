import type { HTMLAttributes } from 'react';
import { classes } from './classes.ts';
import styles from './Muted.module.css';
import { InWords } from './words.tsx';

interface MutedProps extends HTMLAttributes<HTMLElement> {
  readonly as?: 'p' | 'span' | 'ul' | 'figcaption';
}

/** Words that explain what stands beside them: small and in the second colour. */
export function Muted({ as: Element = 'p', className, children, ...attributes }: MutedProps) {
  return (
    <Element className={classes(styles.muted, className)} {...attributes}>
      {attributes.translate === 'no' ? children : <InWords>{children}</InWords>}
    </Element>
  );
}
