import { bestEpoch } from '../../core/best-epoch.ts';
import { isBaseline } from '../../core/model-name.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectRunStaleReason } from '../../state/selectors.ts';

/**
 * For how many epochs a model is to be trained on everything after the run that is shown: until its best one, 1 of a model that is fitted in one
 * go; all of them where samples are averaged, since early ones do not count. Null where there is no such offer: the run is not over, held nothing out, or is not of the settings as they stand.
 */
export function selectEpochsOnEverything(state: NotebookState): number | null {
  const { run, start, epochs } = state.training;
  if (run.phase !== 'done' || start === null || selectRunStaleReason(state) !== null) return null;
  const best = bestEpoch(epochs);
  if (!best) return null;
  return start.configuration.optimizer === 'gibbs' ? epochs.length : best.epoch;
}

export const selectIsFitted = ({ training: { start } }: NotebookState): boolean =>
  start !== null && isBaseline(start.configuration.model);
