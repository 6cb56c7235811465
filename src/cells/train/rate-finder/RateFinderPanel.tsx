import { useMemo } from 'react';
import { CurveChart } from '../../../charts/CurveChart.tsx';
import { isBusy } from '../../../core/cell-machine.ts';
import { measureOf } from '../../../core/measure.ts';
import { formatNumber } from '../../../core/settings/format.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectCanTrain, selectConfiguration, selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './RateFinderPanel.module.css';
import { rateCurves, upToTheClimb } from './rate-curves.ts';

const selectFinder = ({ rateFinder }: NotebookState) => rateFinder;
const X_AXIS = { title: 'learning rate', isLog10: true } as const;

/** Content of RateFinder, fetched when that is opened: the search, its curve, and a button that takes what it suggests. */
export function RateFinderPanel() {
  const { run, trials, suggestion } = useNotebookState(selectFinder);
  const canTrain = useNotebookState(selectCanTrain);
  const training = useNotebookState(selectTraining);
  const { findLearningRate, stopFinding, set } = useActions();
  const configuration = useNotebookState(selectConfiguration);
  const { learningRate } = configuration;
  const series = useMemo(() => rateCurves(trials, suggestion, learningRate), [trials, suggestion, learningRate]);
  const measure = measureOf(configuration);
  const searching = isBusy(run);
  return (
    <div className={styles.search}>
      <Muted>
        This finds the largest rate that is safe to start with, not the one with the lowest error. It trains a copy of the weights
        for about a hundred steps, each with a higher rate, until the error explodes. The suggested rate lies where the error
        falls, well before it rises. The model in use stays as it is.
      </Muted>
      <div className={styles.buttons}>
        {searching ? (
          <Button icon="stop" onClick={() => stopFinding()}>
            Stop the search
          </Button>
        ) : (
          <Button disabled={!canTrain || training} onClick={() => void findLearningRate()}>
            Try rising rates
          </Button>
        )}
        {suggestion !== null && (
          <Button look="primary" onClick={() => set('learningRate', suggestion)}>
            Use {formatNumber(suggestion)}
          </Button>
        )}
      </div>
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      {run.phase === 'done' && suggestion === null && <Notice tone="info" message="The error did not fall at any rate." />}
      {trials.length > 0 && (
        <CurveChart
          title="Error by learning rate"
          series={series}
          x={X_AXIS}
          y={{ title: `${measure.error}, smoothed`, unit: measure.unit }}
          empty=""
        />
      )}
      {upToTheClimb(trials).length < trials.length && <Muted>The curve ends where the error is higher than at the start.</Muted>}
    </div>
  );
}
