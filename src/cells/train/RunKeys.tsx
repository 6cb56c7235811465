import styles from './RunKeys.module.css';
import { useRunKeys } from './use-run-keys.ts';

/** The keys of the run, and what they do. */
export function RunKeys() {
  useRunKeys();
  return (
    <p className={styles.keys}>
      <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> trains, pauses and resumes; with <kbd>Shift</kbd> it stops.
    </p>
  );
}
