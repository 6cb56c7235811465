import { bestEpoch } from '../../core/best-epoch.ts';
import { learnedFrom } from '../../core/loss.ts';
import { measureOf } from '../../core/measure.ts';
import { modelWords } from '../../core/model-words.ts';
import { paceOf } from '../../core/run-pace.ts';
import { epochInUse } from '../../state/epochs.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectRunHasSteps } from '../../state/selectors.ts';
import { Figures } from '../../ui/Figures.tsx';
import { formatCount, formatRmse, formatSeconds } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { useSay } from '../../ui/words.tsx';
import { RunSpread } from '../RunSpread.tsx';
import { TestLooks } from '../TestLooks.tsx';
import { besideFigure, comparison, describeParts, ofEpoch, rankingFigures, testFigure, trainedOn } from './parts.ts';
import styles from './RunFigures.module.css';
import { TrainOnEverything } from './TrainOnEverything.tsx';
import { Verdict } from './verdict/Verdict.tsx';

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectStart = ({ training }: NotebookState) => training.start;
const selectSummary = ({ training }: NotebookState) => training.summary;

/** The numbers of the run so far, after its first epoch. */
export function RunFigures() {
  const epochs = useNotebookState(selectEpochs);
  const start = useNotebookState(selectStart);
  const summary = useNotebookState(selectSummary);
  const hasSteps = useNotebookState(selectRunHasSteps);
  const say = useSay();
  const last = epochs.at(-1);
  const best = bestEpoch(epochs);
  const used = epochInUse(epochs, summary);
  if (!last || !used || !start) return null;
  const { error, unit } = measureOf(start.configuration);
  return (
    <>
      <p>
        <strong className={styles.model}>{say(modelWords(start.configuration))}</strong>
      </p>
      <Figures
        figures={[
          ...rankingFigures(used, start),
          ...(used.validationError === null || !best
            ? []
            : [
                {
                  label: `Validation ${error}`,
                  value: formatRmse(used.validationError),
                  note: `${comparison(used.validationError, start)}${ofEpoch(used, summary)}`,
                },
                hasSteps
                  ? besideFigure({ last, best, summary }, start.configuration)
                  : { label: 'Validation MAE', value: formatRmse(used.validationMae ?? 0), note: 'stars, absolute errors' },
              ]),
          ...(summary?.test ? [testFigure(summary.test, start)] : []),
          { label: `Train ${error}`, value: formatRmse(used.trainError), note: `${unit && `${unit}, `}${trainedOn(start)}` },
          hasSteps
            ? {
                label: 'Speed',
                value: formatCount(paceOf(epochs, start)),
                note: `${learnedFrom(start.configuration.loss)} per second`,
              }
            : { label: 'Fitted in', value: formatSeconds(last.seconds), note: 'without steps, measuring included' },
        ]}
      />
      <RunSpread id={start.runId} />
      {summary?.test && <TestLooks id={start.runId} />}
      <Verdict />
      <Muted>{describeParts(start)}</Muted>
      <TrainOnEverything />
    </>
  );
}
