import type { HTMLAttributes } from 'react';
import { classes } from './classes.ts';
import styles from './Muted.module.css';

interface MutedProps extends HTMLAttributes<HTMLElement> {
  readonly as?: 'p' | 'span' | 'ul' | 'figcaption';
}

/** Words that explain what stands beside them: small and in the second colour. */
export function Muted({ as: Element = 'p', className, ...attributes }: MutedProps) {
  return <Element className={classes(styles.muted, className)} {...attributes} />;
}
