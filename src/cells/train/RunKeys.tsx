import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectHasSteps } from '../../state/selectors.ts';
import styles from './RunKeys.module.css';
import { useRunKeys } from './use-run-keys.ts';

const selectDoes = (state: NotebookState): string => (selectHasSteps(state) ? 'trains, pauses and resumes' : 'fits the model');

/** The keys of the run, and what they do. */
export function RunKeys() {
  useRunKeys();
  const does = useNotebookState(selectDoes);
  return (
    <p className={styles.keys}>
      <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> {does}; with <kbd>Shift</kbd> it stops.
    </p>
  );
}
