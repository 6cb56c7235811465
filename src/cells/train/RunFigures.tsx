import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectEngine } from '../../state/selectors.ts';
import { Figures } from '../../ui/Figures.tsx';
import { formatCount, formatRmse } from '../../ui/format.ts';
import { bestEpoch } from './curves.ts';
import { paceOf } from './pace.ts';
import { describeParts, testFigure } from './parts.ts';
import styles from './RunFigures.module.css';

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectStart = ({ training }: NotebookState) => training.start;
const selectSummary = ({ training }: NotebookState) => training.summary;

/** The numbers of the run so far, after its first epoch. */
export function RunFigures() {
  const epochs = useNotebookState(selectEpochs);
  const start = useNotebookState(selectStart);
  const summary = useNotebookState(selectSummary);
  const engine = useNotebookState(selectEngine);
  const last = epochs.at(-1);
  const best = bestEpoch(epochs);
  if (!last || !best || !start || !engine) return null;
  const gain = 1 - last.validationRmse / start.baselines.globalMean;
  return (
    <>
      <Figures
        figures={[
          {
            label: 'Validation RMSE',
            value: formatRmse(last.validationRmse),
            note: `stars; ${(Math.abs(gain) * 100).toFixed(1)} % ${gain >= 0 ? 'better' : 'worse'} than always saying the mean`,
          },
          {
            label: 'Best so far',
            value: formatRmse(best.validationRmse),
            note: `epoch ${best.epoch} of ${start.configuration.epochs}`,
          },
          ...(summary?.test ? [testFigure(summary.test, start)] : []),
          { label: 'Train RMSE', value: formatRmse(last.trainRmse), note: 'stars, on what it learned from' },
          { label: 'Speed', value: formatCount(paceOf(epochs, start)), note: 'ratings per second' },
        ]}
      />
      <p className={styles.words}>{describeParts(start, start.configuration.patience)}</p>
      <p className={styles.words}>
        <strong>{engine.label}.</strong> {engine.reason}
      </p>
    </>
  );
}
