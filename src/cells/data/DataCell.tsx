import { kindOf } from '../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectDataChoice } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import styles from './DataCell.module.css';
import { DataFigures } from './DataFigures.tsx';
import { DataTerms } from './DataTerms.tsx';
import { LoadSteps } from './LoadSteps.tsx';
import { dataProvenance } from './provenance.ts';
import { SourceChoice } from './SourceChoice.tsx';
import { DataTables } from './tables/DataTables.tsx';

const selectData = (state: NotebookState) => state.data;

export function DataCell() {
  const { run, progress, summary } = useNotebookState(selectData);
  const kind = kindOf(useNotebookState(selectDataChoice));
  return (
    <div className={styles.cell}>
      <SourceChoice />
      <LoadFailure />
      {run.phase === 'running' && <LoadSteps kind={kind} progress={progress} />}
      {summary && (
        <>
          <DataFigures data={summary} />
          <DataTables key={`${summary.name} ${summary.sha256} ${summary.ratings}`} />
          <Provenance parts={dataProvenance(summary)} />
        </>
      )}
      <DataTerms kind={summary?.kind ?? kind} official={summary?.official ?? false} url={summary?.url ?? null} />
    </div>
  );
}

/** What went wrong at the last load, and what is there all the same. */
function LoadFailure() {
  const { run, wanted, summary } = useNotebookState(selectData);
  const { load } = useActions();
  if (run.phase !== 'failed') return null;
  const { message, remedy } = run.error;
  const canRetry = typeof wanted === 'string' || run.error.code === 'busy';
  return (
    <Notice tone="failed" message={message} remedy={summary ? `${remedy} ${summary.name} is still loaded.` : remedy}>
      {canRetry && (
        <Button look="primary" onClick={() => void load()}>
          Retry
        </Button>
      )}
    </Notice>
  );
}
