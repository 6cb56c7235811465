import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { curvesOf, referencesOf } from './curves.ts';

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectProgress = ({ training }: NotebookState) => training.progress;
const selectStart = ({ training }: NotebookState) => training.start;

const Y_AXIS = { title: 'RMSE', unit: 'stars' } as const;

export function LiveCurves() {
  const epochs = useNotebookState(selectEpochs);
  const progress = useNotebookState(selectProgress);
  const start = useNotebookState(selectStart);
  const { epochs: planned } = useNotebookState(selectConfiguration);
  const series = useMemo(() => curvesOf(epochs, progress), [epochs, progress]);
  const references = useMemo(() => referencesOf(start), [start]);
  return (
    <CurveChart
      title="Error by epoch"
      series={series}
      references={references}
      x={{ title: 'epoch', last: start?.configuration.epochs ?? planned }}
      y={Y_AXIS}
      empty="Two curves will be here: how far off the predictions are on the ratings that are learned from, and on those held out."
    />
  );
}
