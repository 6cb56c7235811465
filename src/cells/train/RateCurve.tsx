import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectHasRun, selectRunHasSteps } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { later } from '../../ui/later.tsx';
import styles from './RateCurve.module.css';

const RateChart = later(async () => (await import('./RateChart.tsx')).RateChart);

const selectShowsRun = (state: NotebookState): boolean => selectRunHasSteps(state) && selectHasRun(state);

/** The learning rates of the run, and as they are planned. Before the first run on demand. */
export function RateCurve() {
  const hasRun = useNotebookState(selectShowsRun);
  const chart = (
    <div className={styles.chart}>
      <RateChart />
    </div>
  );
  return hasRun ? chart : <Disclosure title="Learning rate by epoch">{chart}</Disclosure>;
}
