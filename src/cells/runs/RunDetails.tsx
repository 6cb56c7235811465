import { useId } from 'react';
import { NAME_LENGTH, NOTE_LENGTH } from '../../core/parse-run-record.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { useActions } from '../../state/hooks.ts';
import control from '../../ui/Control.module.css';
import { Provenance } from '../../ui/Provenance.tsx';
import { RunActions } from './RunActions.tsx';
import styles from './RunsPanel.module.css';
import { provenanceOf } from './run-words.ts';

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
      <RunActions record={record} />
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
