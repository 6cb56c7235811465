import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { BURN_IN } from '../../core/gibbs/sweeps.ts';
import { LEAST_NDCG_SPAN } from '../../core/measure.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectHasRates, selectHasRun, selectRunHasSteps } from '../../state/selectors.ts';
import { classes } from '../../ui/classes.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { isAveraged, listCurveOf, listReferencesOf } from './curves.ts';
import { ErrorCurves } from './ErrorCurves.tsx';
import styles from './LiveCurves.module.css';
import { ProjectorButton } from './projector/ProjectorButton.tsx';
import { RateCurve } from './RateCurve.tsx';
import { selectDrawnEpochs, selectIsReplay } from './replay/selectors.ts';

const Levels = later(async () => (await import('./Levels.tsx')).Levels);
const ReplayNote = later(async () => (await import('./replay/ReplayNote.tsx')).ReplayNote);

const selectStart = ({ training }: NotebookState) => training.start;

const selectIsAveraged = ({ training }: NotebookState): boolean => isAveraged(training.epochs);

/** The errors of the run, how well its lists hit, and its learning rates; what a model that is fitted in one go comes to beside the others. */
export function LiveCurves() {
  const runHasSteps = useNotebookState(selectRunHasSteps);
  const hasRates = useNotebookState(selectHasRates);
  const hasRun = useNotebookState(selectHasRun);
  const isReplay = useNotebookState(selectIsReplay);
  const isAverage = useNotebookState(selectIsAveraged);
  return (
    <>
      <div id="train-curve" className={styles.errors}>
        <div className={styles.inView}>
          {runHasSteps ? <ErrorCurves /> : <Levels />}
          {isAverage && (
            <Muted>
              “One sample” is the last model that was drawn, alone. “Validation” is the average of all since epoch {BURN_IN + 1},
              which is the model in use.
            </Muted>
          )}
          {isReplay && (
            <div className={styles.note}>
              <ReplayNote />
            </div>
          )}
          <ProjectorButton />
        </div>
      </div>
      <div className={classes(styles.others, hasRun && runHasSteps && hasRates && styles.two)}>
        {runHasSteps && <Lists />}
        {hasRates && <RateCurve />}
      </div>
    </>
  );
}

/** Beside the error, since the one may fall while the other stays. */
function Lists() {
  const epochs = useNotebookState(selectDrawnEpochs);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const series = useMemo(() => listCurveOf(epochs), [epochs]);
  const references = useMemo(() => listReferencesOf(start), [start]);
  const { epochs: planned, split } = start?.configuration ?? wanted;
  const users = start?.listSample?.users;
  const y = useMemo(() => ({ title: users ? `NDCG@10 of ${users} users` : 'NDCG@10', leastSpan: LEAST_NDCG_SPAN }), [users]);
  return (
    <CurveChart
      title="Lists by epoch"
      series={series}
      references={references}
      x={{ title: 'epoch', last: planned }}
      y={y}
      empty={
        split === 'none'
          ? 'There is no validation part, so lists cannot be measured.'
          : start !== null && epochs.length > 0
            ? 'No movie of the validation part has enough stars to measure a list.'
            : 'The accuracy of some users’ lists appears here. It may improve while the error does not, or the other way round.'
      }
    />
  );
}
