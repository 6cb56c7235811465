import { useNotebookState } from '../../state/hooks.ts';
import { selectHasSteps } from '../../state/selectors.ts';
import { Muted } from '../../ui/Muted.tsx';
import styles from './RunKeys.module.css';
import { useRunKeys } from './use-run-keys.ts';

/** The keys of the run, and what they do. */
export function RunKeys() {
  useRunKeys();
  const hasSteps = useNotebookState(selectHasSteps);
  return (
    <Muted className={styles.keys}>
      <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> {hasSteps ? 'trains, pauses and resumes' : 'fits the model'}; with{' '}
      <kbd>Shift</kbd> it stops.{' '}
      {hasSteps && (
        <>
          <kbd>Alt</kbd> + <kbd>Enter</kbd> steps one batch, with <kbd>Shift</kbd> one epoch: of the run that is paused, or of a
          new one.
        </>
      )}
    </Muted>
  );
}
