import { SETTINGS } from '../core/hyperparameters.ts';
import { formatSetting } from '../core/stale.ts';
import type { NotebookState } from '../state/notebook-state.ts';

type Training = NotebookState['training'];

/** How much of the run is done, 0 … 1; null before its first step. */
export function runShare(start: Training['start'], progress: Training['progress']): number | null {
  if (start === null || progress === null) return null;
  const { epoch, step, stepsPerEpoch } = progress;
  return (epoch - 1 + step / stepsPerEpoch) / start.configuration.epochs;
}

export const modelLabel = ({ configuration }: NonNullable<Training['start']>): string =>
  formatSetting(SETTINGS.model, configuration.model);
