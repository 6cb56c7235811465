import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { isPairwise } from '../../core/loss.ts';
import type { EpochReport, RunStart } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectRunHasRates } from '../../state/selectors.ts';
import { rateCurve } from './rate-curve.ts';
import { selectDrawnEpochs } from './replay/selectors.ts';

/** Not of a run that was solved, drawn or fitted in one go: it had no rates. */
const selectStart = (state: NotebookState) => (selectRunHasRates(state) ? state.training.start : null);
/** With pairs as many as in the last run: how many there are is known to a run alone. */
const selectExamples = ({ training: { start }, split }: NotebookState): number =>
  (start && isPairwise(start.configuration.loss) ? start.trainRatings : split.report?.train.ratings) ?? 1;

/** How the learning rate moves with the settings as they stand, and how it moved in the run. */
export function RateChart() {
  const configuration = useNotebookState(selectConfiguration);
  const examples = useNotebookState(selectExamples);
  const epochs = useNotebookState(selectDrawnEpochs);
  const start = useNotebookState(selectStart);
  const { learningRate } = configuration;
  // A rate that stays the same is a line in the middle, not one between two numbers that differ in the fifth digit.
  const y = useMemo(() => ({ title: 'learning rate', digits: 5, leastSpan: learningRate / 2 }), [learningRate]);
  const steps = Math.max(1, Math.ceil(examples / configuration.batchSize));
  const series = useMemo(
    () => [
      { name: 'Planned', color: '--color-reference', dashed: true, points: rateCurve(configuration, steps) } as const,
      { name: 'Run', color: '--color-train', points: doneOf(start, epochs) } as const,
    ],
    [configuration, steps, start, epochs],
  );
  return (
    <CurveChart
      title="Learning rate by epoch"
      series={series}
      x={{ title: 'epoch', last: configuration.epochs }}
      y={y}
      empty=""
    />
  );
}

/** The rates of the run's epochs that are done. */
function doneOf(start: RunStart | null, epochs: readonly EpochReport[]) {
  if (start === null) return [];
  const { configuration, trainRatings } = start;
  const points = rateCurve(configuration, Math.max(1, Math.ceil(trainRatings / configuration.batchSize)));
  return points.filter(({ x }) => x < epochs.length);
}
