import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { OptimizerChoice } from '../../core/hyperparameters.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { axisOf, curvesOf, referencesOf } from './curves.ts';
import { selectDrawnEpochs, selectDrawnProgress } from './replay/selectors.ts';

const selectStart = ({ training }: NotebookState) => training.start;

/** How far off the predictions are, epoch by epoch. */
export function ErrorCurves() {
  const epochs = useNotebookState(selectDrawnEpochs);
  const progress = useNotebookState(selectDrawnProgress);
  const start = useNotebookState(selectStart);
  const wanted = useNotebookState(selectConfiguration);
  const { epochs: planned, loss, listWeight, split, optimizer } = start?.configuration ?? wanted;
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
      empty={emptyWords(holdsOut, optimizer)}
    />
  );
}

function emptyWords(holdsOut: boolean, optimizer: OptimizerChoice): string {
  if (!holdsOut) return 'One curve appears here: the error on the training part. There is no validation part.';
  return optimizer === 'gibbs'
    ? 'Three curves appear here: the error on the training part, and on the validation part that of the averaged model and of the last sample alone.'
    : 'Two curves appear here: the error on the training part and on the validation part.';
}
