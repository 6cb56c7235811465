import { useId, useState } from 'react';
import { isBusy } from '../../core/cell-machine.ts';
import type { KeptRun } from '../../core/kept-run.ts';
import { NAME_LENGTH, NOTE_LENGTH } from '../../core/parse-run-record.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectCanRestore } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import control from '../../ui/Control.module.css';
import { Muted } from '../../ui/Muted.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import styles from './RunsPanel.module.css';
import { provenanceOf } from './run-words.ts';
import { selectRuns } from './selectors.ts';

interface RunDetailsProps {
  readonly record: RunRecord;
}

/** What can be done with a run, and all that is known of it. */
export function RunDetails({ record }: RunDetailsProps) {
  const heading = useId();
  return (
    <section className={styles.details} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {runLabel(record)}
      </h3>
      <Words record={record} />
      <Doings record={record} />
      <Provenance parts={provenanceOf(record)} />
    </section>
  );
}

/** Taken over when the field is left, or by Enter. */
function Words({ record }: RunDetailsProps) {
  const { renameRun, noteRun } = useActions();
  const id = useId();
  return (
    <div className={styles.words}>
      <label htmlFor={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        className={control.control}
        defaultValue={record.name}
        placeholder={runLabel({ ...record, name: '' })}
        maxLength={NAME_LENGTH}
        onBlur={({ target }) => void renameRun(record.id, target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && void renameRun(record.id, currentTarget.value)}
      />
      <label htmlFor={`${id}-note`}>Note</label>
      <textarea
        id={`${id}-note`}
        className={control.control}
        rows={2}
        defaultValue={record.note}
        maxLength={NOTE_LENGTH}
        onBlur={({ target }) => void noteRun(record.id, target.value)}
      />
    </div>
  );
}

const selectIsTraining = ({ training }: NotebookState): boolean => isBusy(training.run);

function Doings({ record }: RunDetailsProps) {
  const { baseline, weights } = useNotebookState(selectRuns);
  const { takeSettingsOf, setBaseline, deleteRun } = useActions();
  const [said, setSaid] = useState('');
  const isTraining = useNotebookState(selectIsTraining);
  const kept = weights.find(({ id }) => id === record.id);
  const isBaseline = baseline === record.id;
  const takeSettings = (): void => {
    takeSettingsOf(record);
    setSaid('The controls of the cells above are set as for this run.');
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button onClick={takeSettings}>Use its settings</Button>
        {kept && <UseModel kept={kept} isTraining={isTraining} />}
        <Button onClick={() => setBaseline(isBaseline ? null : record.id)}>
          {isBaseline ? 'End the comparison with it' : 'Compare the others with it'}
        </Button>
        <Button
          look="quiet"
          icon="cross"
          disabled={isTraining && record.outcome === null}
          onClick={() => void deleteRun(record.id)}
        >
          Delete
        </Button>
      </div>
      <Muted role="status">{said}</Muted>
      <Muted>
        {kept
          ? 'Its weights are still kept in this browser, so it can recommend again without training.'
          : 'Its weights are not kept; its settings are, and with the same data and seed training comes to the same.'}
      </Muted>
    </>
  );
}

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
