import { isBusy } from '../../../core/cell-machine.ts';
import type { EngineCheck, ThreadTiming } from '../../../core/engine-check.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectCanTrain, selectEngineChecks } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './EngineTable.module.css';

const selectRun = ({ engines }: NotebookState) => engines.run;

/** What is known of the engines of this machine, and a button that finds out the rest. */
export function EngineTable() {
  return (
    <Disclosure title="Engines">
      <Comparison />
    </Disclosure>
  );
}

function Comparison() {
  const run = useNotebookState(selectRun);
  const checks = useNotebookState(selectEngineChecks);
  const canTrain = useNotebookState(selectCanTrain);
  const { compareEngines } = useActions();
  return (
    <div className={styles.comparison}>
      <p className={styles.words}>
        Each engine looks numbers up that need 32 bits and trains ten steps that are compared with a reference in double
        precision; it is then timed on this data with the settings above. All give the same curves. WebAssembly SIMD is timed on
        one thread and on more, and uses more only where they save a tenth of the time or more: its results are the same to the
        last bit.
      </p>
      {checks.length > 0 && <Table checks={checks} />}
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      <Button disabled={!canTrain || isBusy(run)} onClick={() => void compareEngines()}>
        {isBusy(run) ? 'Trying the engines…' : 'Compare all engines'}
      </Button>
    </div>
  );
}

function Table({ checks }: { readonly checks: readonly EngineCheck[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Engine</th>
          <th scope="col">Right?</th>
          <th scope="col">ms a step</th>
          <th scope="col">Ratings/s</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ name, label, problem, error, millisecondsPerStep, ratingsPerSecond, byThreads }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>{problem ?? `yes, within ${(error ?? 0).toExponential(0)}`}</td>
            <td>{millisecondsPerStep?.toFixed(millisecondsPerStep < 10 ? 2 : 0) ?? '–'}</td>
            <td>
              {ratingsPerSecond === null ? '–' : formatCount(ratingsPerSecond)}
              {byThreads.length > 1 && <small className={styles.each}>{byThreads.map(describeThreads).join(', ')}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const describeThreads = ({ threads, ratingsPerSecond }: ThreadTiming): string =>
  `${threads} ${threads === 1 ? 'thread' : 'threads'}: ${formatCount(ratingsPerSecond)}`;
