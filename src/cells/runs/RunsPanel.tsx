import { useMemo, useState } from 'react';
import { runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { columnsOf } from './columns.ts';
import { notComparedWords } from './deltas.ts';
import { RunCurves } from './RunCurves.tsx';
import { RunDetails } from './RunDetails.tsx';
import { RunFiles } from './RunFiles.tsx';
import styles from './RunsPanel.module.css';
import { RunsTable } from './RunsTable.tsx';
import { recordOfId, selectRuns } from './selectors.ts';

export function RunsPanel() {
  const { records } = useNotebookState(selectRuns);
  return (
    <div className={styles.panel}>
      <Problem />
      {records.length === 0 ? (
        <Muted>
          Each run will be a row here, with its settings, its error and how well its lists hit, and stays for later visits. Train
          a model above, change a setting and train again; or open the runs of somebody else.
        </Muted>
      ) : (
        <Listed />
      )}
      <RunFiles />
    </div>
  );
}

function Listed() {
  const { records, baseline: baselineId } = useNotebookState(selectRuns);
  const [differencesOnly, setDifferencesOnly] = useState(true);
  const [chosen, setChosen] = useState<RunId | null>(null);
  const columns = useMemo(() => columnsOf(records, differencesOnly), [records, differencesOnly]);
  const baseline = recordOfId(records, baselineId);
  const record = recordOfId(records, chosen);
  const notCompared = baseline && notComparedWords(records, baseline);
  return (
    <>
      <label className={styles.switch}>
        <input type="checkbox" checked={differencesOnly} onChange={({ target }) => setDifferencesOnly(target.checked)} />
        Differences only: of the settings, those in which these runs differ
      </label>
      <RunsTable records={records} columns={columns} chosen={chosen} onChoose={setChosen} />
      {baseline && (
        <Muted>
          Beside each figure: the difference to {runLabel(baseline)}. {notCompared}
        </Muted>
      )}
      {record && <RunDetails key={record.id} record={record} />}
      <RunCurves />
    </>
  );
}

function Problem() {
  const { problem } = useNotebookState(selectRuns);
  if (problem === null) return null;
  const remedy = `The runs of this visit are listed until the page is closed; save them as a file to keep them. ${problem.remedy}`;
  return <Notice tone="info" message={problem.message} remedy={remedy} />;
}
