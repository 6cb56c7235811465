import { SETTINGS } from '../core/hyperparameters.ts';
import { formatSetting } from '../core/settings/format.ts';
import type { NotebookState } from '../state/notebook-state.ts';

type Training = NotebookState['training'];

/** How much of the run is done, 0 … 1: by what was last reported, and by the epochs that have ended since; null before either. */
export function runShare({ start, progress, epochs }: Pick<Training, 'start' | 'progress' | 'epochs'>): number | null {
  if (start === null || (progress === null && epochs.length === 0)) return null;
  const reported = progress === null ? 0 : progress.epoch - 1 + progress.step / progress.stepsPerEpoch;
  return Math.max(reported, epochs.length) / start.configuration.epochs;
}

export const modelLabel = ({ configuration }: NonNullable<Training['start']>): string =>
  formatSetting(SETTINGS.model, configuration.model);
