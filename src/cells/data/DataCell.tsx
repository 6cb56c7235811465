import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { formatSeconds } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import styles from './DataCell.module.css';
import { DataFigures } from './DataFigures.tsx';
import { DataTerms } from './DataTerms.tsx';
import { LoadSteps } from './LoadSteps.tsx';
import { RatingHistogram } from './RatingHistogram.tsx';

const selectData = (state: NotebookState) => state.data;

export function DataCell() {
  const { run, progress, summary } = useNotebookState(selectData);
  const { load } = useActions();
  return (
    <div className={styles.cell}>
      {run.phase === 'failed' && (
        <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
          <Button look="primary" onClick={() => void load()}>
            Retry
          </Button>
        </Notice>
      )}
      {run.phase === 'running' && <LoadSteps progress={progress} />}
      {summary && (
        <>
          <div className={styles.output}>
            <DataFigures data={summary} />
            <RatingHistogram data={summary} />
          </div>
          <Provenance
            parts={[
              summary.name,
              `SHA-256 ${summary.sha256}`,
              `loaded in ${formatSeconds(Object.values(summary.elapsed).reduce((sum, ms) => sum + ms, 0) / 1000)}`,
            ]}
          />
        </>
      )}
      <DataTerms url={summary?.url} />
    </div>
  );
}
