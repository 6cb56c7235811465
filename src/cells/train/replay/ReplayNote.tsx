import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import styles from './ReplayNote.module.css';

const selectIsDrawing = ({ replay }: NotebookState) => replay.shown !== null;
const selectSeconds = ({ replay, training }: NotebookState) => (replay.wasAhead && training.summary?.seconds) || null;

/** The true time of a run whose curves are drawn more slowly. */
export function ReplayNote() {
  const isDrawing = useNotebookState(selectIsDrawing);
  const seconds = useNotebookState(selectSeconds);
  const { showAllEpochs, drawAgain } = useActions();
  if (seconds === null) return null;
  return (
    <div className={styles.note}>
      <Muted>The run took {formatSeconds(seconds)}. Its curves are drawn more slowly, so that you can follow the epochs.</Muted>
      <Button look="quiet" onClick={() => (isDrawing ? showAllEpochs() : void drawAgain())}>
        {isDrawing ? 'Show all' : 'Draw again'}
      </Button>
    </div>
  );
}
