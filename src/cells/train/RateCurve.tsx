import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { rateCurve } from './rate-curve.ts';

const selectRatings = ({ training, data }: NotebookState) => training.start?.trainRatings ?? data.summary?.ratings ?? 1;
const selectEpochs = ({ training }: NotebookState) => training.epochs;
const Y_AXIS = { title: 'learning rate', digits: 5 } as const;

/** How the learning rate moves with the settings as they stand, and what it was after each epoch of the run. */
export function RateCurve() {
  return (
    <Disclosure title="Learning rate by epoch">
      <Chart />
    </Disclosure>
  );
}

function Chart() {
  const configuration = useNotebookState(selectConfiguration);
  const ratings = useNotebookState(selectRatings);
  const epochs = useNotebookState(selectEpochs);
  const steps = Math.max(1, Math.ceil(ratings / configuration.batchSize));
  const series = useMemo(
    () => [
      { name: 'Planned', color: '--color-reference', dashed: true, points: rateCurve(configuration, steps) } as const,
      {
        name: 'Run',
        color: '--color-train',
        points: epochs.map(({ epoch, learningRate }) => ({ x: epoch, y: learningRate })),
      } as const,
    ],
    [configuration, steps, epochs],
  );
  return (
    <CurveChart
      title="Learning rate by epoch"
      series={series}
      x={{ title: 'epoch', last: configuration.epochs }}
      y={Y_AXIS}
      empty=""
    />
  );
}
