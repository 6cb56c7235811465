import { useEffect, useMemo, useState } from 'react';
import { MOST_RECORDS, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectTraining } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useInView } from '../../ui/use-in-view.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { mixedWords, notComparedWords } from './deltas.ts';
import { ClearFilter, FilterBar } from './FilterBar.tsx';
import { RunCurves } from './RunCurves.tsx';
import { RunDetails } from './RunDetails.tsx';
import { RunFiles } from './RunFiles.tsx';
import styles from './RunsPanel.module.css';
import { RunsTable } from './RunsTable.tsx';
import { recordOfId, selectBaseline, selectRecords, selectRuns, selectWeights } from './selectors.ts';
import { useRunsInView } from './use-runs-in-view.ts';

const fetchScatter = async () => (await import('./RunScatter.tsx')).RunScatter;
const fetchParallel = async () => (await import('./RunParallel.tsx')).RunParallel;
const RunScatter = later(fetchScatter);
const RunParallel = later(fetchParallel);
const RepeatPanel = later(async () => (await import('./repeat/RepeatPanel.tsx')).RepeatPanel);
const DuelPanel = later(async () => (await import('./duel/DuelPanel.tsx')).DuelPanel);

export function RunsPanel() {
  const records = useNotebookState(selectRecords);
  const isTraining = useNotebookState(selectTraining);
  const [panel, { wasSeen }] = useInView<HTMLDivElement>();
  const isFetching = wasSeen && records.length > 0;
  useEffect(() => {
    // What does not arrive is fetched again, and said to be missing, once it is opened.
    if (isFetching) void Promise.allSettled([fetchScatter(), fetchParallel()]);
  }, [isFetching]);
  return (
    <div ref={panel} className={styles.panel}>
      <Problem />
      {records.length === 0 ? (
        <Muted>
          Each run will be a row here, with its settings, its error and how well its lists hit, and stays for later visits.{' '}
          {isTraining
            ? 'The one under way is listed as soon as it ends or is paused, or after five seconds.'
            : 'Train a model above, change a setting and train again; or open the runs of somebody else.'}
        </Muted>
      ) : (
        <Listed />
      )}
      <Disclosure title="Repeat with several seeds or folds">
        <RepeatPanel />
      </Disclosure>
      <Disclosure title="Equal-time duel">
        <DuelPanel />
      </Disclosure>
      <RunFiles />
    </div>
  );
}

function Listed() {
  const { records, columns, shown, passing, inView, problem } = useRunsInView();
  const baseline = recordOfId(records, useNotebookState(selectBaseline));
  const [chosen, setChosen] = useState<RunId | null>(null);
  const record = recordOfId(records, chosen);
  const notCompared = useMemo(() => baseline && notComparedWords(inView, baseline), [inView, baseline]);
  const mixed = useMemo(() => mixedWords(inView), [inView]);
  return (
    <>
      <FilterBar columns={columns.all} problem={problem} all={records.length} inView={inView.length} />
      <ColumnMenu columns={columns} shown={shown} />
      {inView.length > 0 ? (
        <RunsTable records={inView} columns={shown} baseline={baseline} chosen={chosen} onChoose={setChosen} />
      ) : (
        <Notice tone="info" message="No run passes the filter.">
          <ClearFilter />
        </Notice>
      )}
      {baseline && (
        <Muted>
          Beside each figure: the difference to {runLabel(baseline)}. {notCompared}
        </Muted>
      )}
      {!baseline && mixed && <Muted>{mixed}</Muted>}
      {records.length >= MOST_RECORDS && (
        <Muted>
          At most {MOST_RECORDS} runs stay in this browser: those from files go first, then the oldest. To keep all of them, save
          them as JSON.
        </Muted>
      )}
      <KeptWeights />
      {record && <RunDetails key={record.id} record={record} />}
      <RunCurves />
      <Disclosure title="Scatter of two numbers">
        <RunScatter records={inView} columns={columns.all} differing={columns.differing} chosen={chosen} onChoose={setChosen} />
      </Disclosure>
      <Disclosure title="Parallel coordinates" hint="ranges on them filter the runs">
        <RunParallel records={passing} inView={inView} columns={shown} chosen={chosen} onChoose={setChosen} />
      </Disclosure>
    </>
  );
}

function KeptWeights() {
  const weights = useNotebookState(selectWeights);
  if (weights.length === 0) return null;
  return (
    <Muted>
      Weights are kept of {formatQuantity(weights.length, 'run')}: the latest ones, the baseline, and the best on each data set
      and split in what it aims at.
    </Muted>
  );
}

function Problem() {
  const { problem } = useNotebookState(selectRuns);
  if (problem === null) return null;
  const remedy = `The runs of this visit are listed until the page is closed; save them as a file to keep them. ${problem.remedy}`;
  return <Notice tone="info" message={problem.message} remedy={remedy} />;
}
