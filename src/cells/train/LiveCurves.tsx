import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { axisOf, curvesOf, referencesOf } from './curves.ts';

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectProgress = ({ training }: NotebookState) => training.progress;
const selectStart = ({ training }: NotebookState) => training.start;

export function LiveCurves() {
  const epochs = useNotebookState(selectEpochs);
  const progress = useNotebookState(selectProgress);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const { epochs: planned, loss } = start?.configuration ?? wanted;
  const series = useMemo(() => curvesOf(epochs, progress), [epochs, progress]);
  const y = useMemo(() => axisOf({ loss }), [loss]);
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
