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
import type { RateTrial } from './contract.ts';
import styles from './RateFinderPanel.module.css';

const selectFinder = ({ rateFinder }: NotebookState) => rateFinder;
const X_AXIS = { title: 'learning rate', isLog10: true } as const;

/** Content of RateFinder, fetched when that is opened: the search, its curve, and a button that takes what it suggests. */
export function RateFinderPanel() {
  const { run, trials, suggestion } = useNotebookState(selectFinder);
  const canTrain = useNotebookState(selectCanTrain);
  const training = useNotebookState(selectTraining);
  const { findLearningRate, stopFinding, set } = useActions();
  const series = useMemo(() => [{ name: 'Error', color: '--color-train', points: trials.map(pointOf) }] as const, [trials]);
  const measure = measureOf(useNotebookState(selectConfiguration));
  const searching = isBusy(run);
  return (
    <div className={styles.search}>
      <Muted>
        About a hundred steps on throw-away weights, each with a higher rate, until the error explodes. A good rate lies where the
        curve falls, well before it turns. The model that is in use stays as it is.
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
    </div>
  );
}

const pointOf = ({ rate, error }: RateTrial) => ({ x: Math.log10(rate), y: error });
