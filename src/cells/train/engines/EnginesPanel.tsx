import { Fragment } from 'react';
import { isBusy } from '../../../core/cell-machine.ts';
import type { EngineCheck, ThreadTiming } from '../../../core/engine-check.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectCanTrain, selectEngine, selectEngineChecks } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table, type TableRow } from '../../../ui/Table.tsx';
import styles from './EnginesPanel.module.css';

const selectRun = ({ engines }: NotebookState) => engines.run;

/** What is known of the engines of this machine, and a button that finds out the rest: what `Engines` opens, fetched with it. */
export function EnginesPanel() {
  const run = useNotebookState(selectRun);
  const engine = useNotebookState(selectEngine);
  const checks = useNotebookState(selectEngineChecks);
  const canTrain = useNotebookState(selectCanTrain);
  const { compareEngines } = useActions();
  return (
    <div className={styles.comparison}>
      {engine && (
        <p>
          In use: <strong>{engine.label}</strong>. {engine.reason}
        </p>
      )}
      <Muted>
        Each engine must look up 32-bit numbers correctly, and train ten steps like a reference in double precision. Then it is
        timed on this data with the settings above. All engines give the same curves. WebAssembly SIMD is timed on one thread and
        on more. A run begins with as many as are fastest, or with all where that is not known yet, and tries other numbers on its
        way. Its results are the same to the last bit with any number.
      </Muted>
      {checks.length > 0 && <Table caption="Engines" isCaptionHidden columns={COLUMNS} rows={checks.map(rowOf)} />}
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      <Button disabled={!canTrain || isBusy(run)} onClick={() => void compareEngines()}>
        {isBusy(run) ? 'Comparing the engines…' : 'Compare all engines'}
      </Button>
    </div>
  );
}

const COLUMNS = [
  { title: 'Engine' },
  { title: 'Correct?' },
  { title: 'ms\u00a0a\u00a0step', isNumber: true },
  { title: 'Ratings/s', isNumber: true },
];

const rowOf = ({ name, label, problem, error, millisecondsPerStep, ratingsPerSecond, byThreads }: EngineCheck): TableRow => ({
  key: name,
  cells: [
    label,
    problem ?? `yes, within ${(error ?? 0).toExponential(0)}`,
    millisecondsPerStep?.toFixed(millisecondsPerStep < 10 ? 2 : 0) ?? '–',
    <Fragment key="speed">
      {ratingsPerSecond === null ? '–' : formatCount(ratingsPerSecond)}
      {byThreads.length > 1 && <small className={styles.each}>{byThreads.map(describeThreads).join(', ')}</small>}
    </Fragment>,
  ],
});

const describeThreads = ({ threads, ratingsPerSecond }: ThreadTiming): string =>
  `${threads} ${threads === 1 ? 'thread' : 'threads'}: ${formatCount(ratingsPerSecond)}`;
