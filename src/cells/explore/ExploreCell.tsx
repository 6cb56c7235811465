import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import styles from './ExploreCell.module.css';

const ExploreCharts = later(async () => (await import('./ExploreCharts.tsx')).ExploreCharts);

const selectExplore = ({ explore }: NotebookState) => explore;

export function ExploreCell() {
  return (
    <Reserved part="explore">
      <Output />
    </Reserved>
  );
}

function Output() {
  const { run, view } = useNotebookState(selectExplore);
  const { retryExplore } = useActions();
  if (run.phase === 'failed') {
    return (
      <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
        {run.error.code === 'part-missing' && <Button onClick={retryExplore}>Try again</Button>}
      </Notice>
    );
  }
  if (view === null) return <Nothing />;
  return <ExploreCharts view={view} />;
}

const Nothing = () => (
  <p className={styles.empty}>
    <Pending />
    Charts of the ratings appear here once the data is loaded.
  </p>
);
