import { type ChangeEvent, useRef, useState } from 'react';
import { type LabErrorData, toErrorData } from '../../core/errors.ts';
import { NAME_LENGTH } from '../../core/parse-run-record.ts';
import { type RunFile, readRunFile, writeRunFile } from '../../core/run-file.ts';
import { runLabel } from '../../core/run-record.ts';
import { writeRunTable } from '../../core/run-table-file.ts';
import { clip } from '../../state/address/clip.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './RunsPanel.module.css';
import { selectRecords } from './selectors.ts';

/** Saves the runs as a file, and opens those of somebody else. */
export function RunFiles() {
  const records = useNotebookState(selectRecords);
  const { addRuns, openRun } = useActions();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<LabErrorData | null>(null);
  const [said, setSaid] = useState('');
  const open = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? [];
    if (!file) return;
    setSaid('');
    setProblem(null);
    try {
      const isOne = (await file.slice(0, 1).text()) !== '{';
      const read = isOne ? { records: await openRun(file), unreadable: 0 } : await readRunFile(file);
      const found = named(read, file.name);
      const words = openedWords(await addRuns(found.records), found);
      setSaid(isOne ? `${words} Its weights are kept in this browser now.` : words);
    } catch (thrown) {
      setProblem(toErrorData(thrown));
    }
    // The same file may be picked again.
    target.value = '';
  };
  return (
    <>
      <div className={styles.buttons}>
        {records.length > 0 && (
          <>
            <Button look="quiet" icon="down" onClick={() => saveFile(writeRunTable(records), 'matinee-runs.csv')}>
              Save as CSV
            </Button>
            <Button look="quiet" icon="down" onClick={() => saveFile(writeRunFile(records), 'matinee-runs.json')}>
              Save as JSON
            </Button>
          </>
        )}
        <Button look="quiet" icon="plus" onClick={() => picker.current?.click()}>
          Open runs from a file
        </Button>
        <input ref={picker} type="file" accept=".json,.matinee,application/json" hidden onChange={(event) => void open(event)} />
      </div>
      <Muted role="status">{said}</Muted>
      {problem && <Notice tone="failed" message={problem.message} remedy={problem.remedy} />}
    </>
  );
}

/** Numbers count the runs of one browser: a run of another one needs a name. */
const named = ({ records, unreadable }: RunFile, file: string): RunFile => ({
  records: records.map((record) => ({
    ...record,
    name: record.name || `${runLabel(record)} of ${clip(file)}`.slice(0, NAME_LENGTH),
  })),
  unreadable,
});

function openedWords(added: number, { records, unreadable }: RunFile): string {
  const known = records.length - added;
  return [
    `${formatQuantity(added, 'run')} added.`,
    ...(known > 0 ? [`${formatQuantity(known, 'run')} already listed.`] : []),
    ...(unreadable > 0 ? [`${formatQuantity(unreadable, 'run')} left out, since parts are missing or cannot be right.`] : []),
  ].join(' ');
}
