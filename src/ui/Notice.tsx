import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';
import { useSay } from './words.tsx';

interface NoticeProps {
  readonly tone: 'failed' | 'stale' | 'info';
  /** What happened. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** The button that does it. */
  readonly children?: ReactNode;
}

/** What happened, what to do, and the button that does it. Failures are announced at once. */
export function Notice({ tone, message, remedy, children }: NoticeProps) {
  const say = useSay();
  return (
    <div className={classes(styles.notice, styles[tone])} role={tone === 'failed' ? 'alert' : undefined}>
      <p className={styles.words}>
        <strong className={styles.message}>{say(message)}</strong>
        {remedy && <span> {say(remedy)}</span>}
      </p>
      {children}
    </div>
  );
}
