import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectHasRun, selectHasSteps, selectRunHasSteps } from '../../state/selectors.ts';
import { classes } from '../../ui/classes.ts';
import { later } from '../../ui/later.tsx';
import { axisOf, curvesOf, referencesOf } from './curves.ts';
import styles from './LiveCurves.module.css';
import { RateCurve } from './RateCurve.tsx';

const Levels = later(async () => (await import('./Levels.tsx')).Levels);

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectProgress = ({ training }: NotebookState) => training.progress;
const selectStart = ({ training }: NotebookState) => training.start;

/** The errors of the run and its learning rates; what a model that is fitted in one go comes to beside the others. */
export function LiveCurves() {
  const runHasSteps = useNotebookState(selectRunHasSteps);
  const hasSteps = useNotebookState(selectHasSteps);
  const hasRun = useNotebookState(selectHasRun);
  return (
    <div className={classes(styles.curves, hasRun && runHasSteps && hasSteps && styles.both)}>
      {runHasSteps ? <Errors /> : <Levels />}
      {hasSteps && <RateCurve />}
    </div>
  );
}

function Errors() {
  const epochs = useNotebookState(selectEpochs);
  const progress = useNotebookState(selectProgress);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const { epochs: planned, loss, listWeight } = start?.configuration ?? wanted;
  const series = useMemo(() => curvesOf(epochs, progress), [epochs, progress]);
  const y = useMemo(() => axisOf({ loss, listWeight }), [loss, listWeight]);
  const references = useMemo(() => referencesOf(start), [start]);
  return (
    <CurveChart
      title="Error by epoch"
      series={series}
      references={references}
      x={{ title: 'epoch', last: planned }}
      y={y}
      empty="Two curves will be here: how far off the predictions are on the ratings that are learned from, and on those held out."
    />
  );
}
