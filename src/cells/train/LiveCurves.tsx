import { type ReactNode, useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectHasRates, selectHasRun, selectRunHasSteps } from '../../state/selectors.ts';
import { classes } from '../../ui/classes.ts';
import { later } from '../../ui/later.tsx';
import { axisOf, curvesOf, listCurveOf, listReferencesOf, referencesOf } from './curves.ts';
import styles from './LiveCurves.module.css';
import { RateCurve } from './RateCurve.tsx';

const Levels = later(async () => (await import('./Levels.tsx')).Levels);

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectProgress = ({ training }: NotebookState) => training.progress;
const selectStart = ({ training }: NotebookState) => training.start;

interface LiveCurvesProps {
  /** What stands below the errors. */
  readonly children: ReactNode;
}

/** The errors of the run, how well its lists hit, and its learning rates; what a model that is fitted in one go comes to beside the others. */
export function LiveCurves({ children }: LiveCurvesProps) {
  const runHasSteps = useNotebookState(selectRunHasSteps);
  const hasRates = useNotebookState(selectHasRates);
  const hasRun = useNotebookState(selectHasRun);
  return (
    <>
      <div className={styles.errors}>
        <div className={styles.inView}>
          {runHasSteps ? <Errors /> : <Levels />}
          {children}
        </div>
      </div>
      <div className={classes(styles.others, hasRun && runHasSteps && hasRates && styles.two)}>
        {runHasSteps && <Lists />}
        {hasRates && <RateCurve />}
      </div>
    </>
  );
}

/** How far off the predictions are, epoch by epoch. */
export function Errors() {
  const epochs = useNotebookState(selectEpochs);
  const progress = useNotebookState(selectProgress);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const { epochs: planned, loss, listWeight, split } = start?.configuration ?? wanted;
  const holdsOut = split !== 'none';
  const series = useMemo(() => curvesOf(epochs, progress, holdsOut), [epochs, progress, holdsOut]);
  const y = useMemo(() => axisOf({ loss, listWeight }), [loss, listWeight]);
  const references = useMemo(() => referencesOf(start), [start]);
  return (
    <CurveChart
      title="Error by epoch"
      series={series}
      references={references}
      x={{ title: 'epoch', last: planned }}
      y={y}
      empty={
        holdsOut
          ? 'Two curves will be here: how far off the predictions are on the ratings that are learned from, and on those held out.'
          : 'One curve will be here, how far off the predictions are on the ratings that are learned from: nothing is held out.'
      }
    />
  );
}

/** Beside the error, since the one may fall while the other stays. */
function Lists() {
  const epochs = useNotebookState(selectEpochs);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const series = useMemo(() => listCurveOf(epochs), [epochs]);
  const references = useMemo(() => listReferencesOf(start), [start]);
  const { epochs: planned, split } = start?.configuration ?? wanted;
  const users = start?.listSample?.users;
  const y = useMemo(() => ({ title: users ? `NDCG@10 of ${users} users` : 'NDCG@10' }), [users]);
  return (
    <CurveChart
      title="Lists by epoch"
      series={series}
      references={references}
      x={{ title: 'epoch', last: planned }}
      y={y}
      empty={
        split === 'none'
          ? 'Nothing is held out, so there is nothing to judge lists by.'
          : start !== null && epochs.length > 0
            ? 'No held-out movie got enough stars to judge a list by.'
            : 'How well the lists of some users hit what they liked will be here: the error may fall without this, and the other way round.'
      }
    />
  );
}
