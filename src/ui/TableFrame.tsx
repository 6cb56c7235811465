import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './TableFrame.module.css';

interface TableFrameProps {
  readonly label: string;
  readonly children: ReactNode;
  /** May set --frame-height and --frame-surface. */
  readonly className?: string | undefined;
}

/** Holds a table that may be too wide or too long for its place: it scrolls in here, by keyboard too, and its headings stay. */
export function TableFrame({ label, children, className }: TableFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes('scroll-cue', styles.frame, className)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
