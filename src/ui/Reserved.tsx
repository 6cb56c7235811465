import type { ReactNode } from 'react';
import styles from './Reserved.module.css';

interface ReservedProps {
  /** Of which part the style sheet knows the size. */
  readonly part: 'data' | 'explore' | 'split' | 'aim' | 'features' | 'model' | 'run' | 'origin' | 'movies';
  readonly children: ReactNode;
}

/** Keeps the room that a part of a cell will take, while anything in it is still to come (`Pending`), so that nothing below it moves. */
export function Reserved({ part, children }: ReservedProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.reserved} data-room={part}>
        {children}
      </div>
    </div>
  );
}

/** Stands for content that has not arrived yet. */
export function Pending() {
  return <span data-pending hidden />;
}
