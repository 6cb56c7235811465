import { useState } from 'react';
import { isBusy } from '../../core/cell-machine.ts';
import { toErrorData } from '../../core/errors.ts';
import type { KeptRun } from '../../core/kept-run.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectCanRestore } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './RunsPanel.module.css';
import { selectRuns } from './selectors.ts';

const selectIsTraining = ({ training }: NotebookState): boolean => isBusy(training.run);

interface RunActionsProps {
  readonly record: RunRecord;
}

/** What can be done with a run. */
export function RunActions({ record }: RunActionsProps) {
  const { baseline, weights } = useNotebookState(selectRuns);
  const { takeSettingsOf, setBaseline, deleteRuns, saveRun } = useActions();
  const [said, setSaid] = useState('');
  const isTraining = useNotebookState(selectIsTraining);
  const kept = weights.find(({ id }) => id === record.id);
  const isBaseline = baseline === record.id;
  const takeSettings = (): void => {
    takeSettingsOf(record);
    setSaid('The controls of the cells above are set as for this run.');
  };
  const save = async (): Promise<void> => {
    try {
      saveFile(await saveRun(record.id), `${fileName(runLabel(record))}.matinee`);
      setSaid('');
    } catch (thrown) {
      const { message, remedy } = toErrorData(thrown);
      setSaid(`${message} ${remedy}`);
    }
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button onClick={takeSettings}>Use its settings</Button>
        {kept && <UseModel kept={kept} isTraining={isTraining} />}
        {kept && (
          <Button look="quiet" icon="down" onClick={() => void save()}>
            Save with its weights
          </Button>
        )}
        <Button onClick={() => void setBaseline(isBaseline ? null : record.id)}>
          {isBaseline ? 'End the comparison with it' : 'Compare the others with it'}
        </Button>
        <Button
          look="quiet"
          icon="cross"
          disabled={isTraining && record.outcome === null}
          onClick={() => void deleteRuns([record.id])}
        >
          Delete
        </Button>
      </div>
      <Muted role="status">{said}</Muted>
      <Muted>
        {kept
          ? 'Its weights are still kept in this browser, so it can recommend again without training.'
          : record.fold
            ? 'Its weights are not kept; its settings are. Repeated on as many folds they come to the same again.'
            : 'Its weights are not kept; its settings are, and on the same data and engine training comes to the same again.'}
      </Muted>
    </>
  );
}

const fileName = (label: string): string => label.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();

interface UseModelProps {
  readonly kept: KeptRun;
  readonly isTraining: boolean;
}

function UseModel({ kept, isTraining }: UseModelProps) {
  const canRestore = useNotebookState((state) => selectCanRestore(state, kept));
  const { restoreRun } = useActions();
  return (
    <Button disabled={!canRestore || isTraining} onClick={() => void restoreRun(kept, false)}>
      Use its model
    </Button>
  );
}
