import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import styles from './ReplayNote.module.css';

const selectIsDrawing = ({ replay }: NotebookState) => replay.shown !== null;
const selectWasAhead = ({ replay }: NotebookState) => replay.wasAhead;
const selectSummary = ({ training }: NotebookState) => training.summary;

/** The true time of the first run, whose curves are drawn more slowly where it was faster than the eye. */
export function ReplayNote() {
  const isDrawing = useNotebookState(selectIsDrawing);
  const wasAhead = useNotebookState(selectWasAhead);
  const summary = useNotebookState(selectSummary);
  const { showAllEpochs, drawAgain } = useActions();
  if (summary === null) return null;
  const how = wasAhead
    ? 'Its curves are drawn more slowly, so that you can follow the epochs.'
    : 'Its curves were drawn as it went.';
  return (
    <div className={styles.note}>
      <Muted>
        The run took {formatSeconds(summary.seconds)}. {how}
      </Muted>
      <Button look="quiet" onClick={() => (isDrawing ? showAllEpochs() : void drawAgain())}>
        {isDrawing ? 'Show all' : 'Draw again'}
      </Button>
    </div>
  );
}
