import { classes } from './classes.ts';
import styles from './StatusMark.module.css';

export type Status = 'ready' | 'running' | 'paused' | 'done' | 'stale' | 'asking' | 'failed';

const WORDS: Readonly<Record<Status, string>> = {
  ready: 'Ready',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  stale: 'Stale',
  asking: 'Needs an answer',
  failed: 'Failed',
};

const SIGNS: Readonly<Record<Status, string>> = {
  ready: 'M8 2.750a5.250 5.250 0 1 1 0 10.500a5.250 5.250 0 1 1 0-10.500',
  running: 'M8 2.750a5.250 5.250 0 1 1-5.250 5.250',
  paused: 'M6 4v8M10 4v8',
  done: 'm3 8.500 3.500 3.500L13 4.500',
  stale: 'M8 4.500V8l2.500 1.700M3 5.500A5.500 5.500 0 1 1 2.600 9M2.500 2.800l.500 2.900 2.900-.400',
  asking: 'M5.800 6a2.200 2.200 0 1 1 3.300 1.900c-.800.450-1.100.800-1.100 1.700M8 12.400v.100',
  failed: 'M8 2.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11M8 5v3.500M8 10.900v.100',
};

interface StatusMarkProps {
  readonly status: Status;
  /** Where there is room for a sign only, the word is for screen readers alone. */
  readonly signOnly?: boolean;
  /** The word for “done”, where another says more. */
  readonly doneWord?: string | undefined;
}

/** The state of a cell as sign, word and colour. */
export function StatusMark({ status, signOnly = false, doneWord = WORDS.done }: StatusMarkProps) {
  return (
    <span className={classes(styles.mark, styles[status])}>
      <svg
        className={styles.sign}
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentcolor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={SIGNS[status]} />
      </svg>
      <span className={signOnly ? 'visually-hidden' : undefined}>{status === 'done' ? doneWord : WORDS[status]}</span>
    </span>
  );
}
