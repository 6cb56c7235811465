import { isBusy } from '../../core/cell-machine.ts';
import { type Measure, measureOf } from '../../core/measure.ts';
import { isBaseline } from '../../core/model-name.ts';
import type { EpochReport } from '../../core/run-report.ts';
import { epochInUse } from '../../state/epochs.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { formatRmse } from '../../ui/format.ts';
import { inShort } from './verdict/standing.ts';

/** What the last run came to, in a few words; null where it has no epoch. */
export function selectTrainDigest({ training }: NotebookState): string | null {
  const used = epochInUse(training.epochs, training.summary);
  if (!used || !training.start) return null;
  const { configuration } = training.start;
  const value = figureOf(used, measureOf(configuration));
  const short = isBusy(training.run) || used.validationError === null ? null : inShort(used.validationError, training.start);
  if (short !== null) return `${value}, ${short}`;
  return `${value} ${isBaseline(configuration.model) ? 'as fitted' : `after ${used.epoch} of ${configuration.epochs}`}`;
}

function figureOf({ validationAuc, validationError, trainError }: EpochReport, { error }: Measure): string {
  if (validationError === null) return `train ${error} ${formatRmse(trainError)}`;
  return validationAuc === null ? `${error} ${formatRmse(validationError)}` : `pair accuracy ${formatRmse(validationAuc)}`;
}
