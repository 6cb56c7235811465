import { bestEpoch } from '../core/best-epoch.ts';
import { SETTINGS } from '../core/hyperparameters.ts';
import { measureOf, STARS_ALONE, withUnit } from '../core/measure.ts';
import { formatSetting } from '../core/settings/format.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { formatRmse } from '../ui/format.ts';

type Training = NotebookState['training'];

/** How much of the run is done, 0 … 1: by what was last reported, and by the epochs that have ended since; null before either. */
export function runShare({ start, progress, epochs }: Pick<Training, 'start' | 'progress' | 'epochs'>): number | null {
  if (start === null || (progress === null && epochs.length === 0)) return null;
  const reported = progress === null ? 0 : progress.epoch - 1 + progress.step / progress.stepsPerEpoch;
  return Math.max(reported, epochs.length) / start.configuration.epochs;
}

export const modelLabel = ({ configuration }: NonNullable<Training['start']>): string =>
  formatSetting(SETTINGS.model, configuration.model);

/** What the curves of the run show, for those who do not see them. */
export function curveInWords({ start, epochs }: Pick<Training, 'start' | 'epochs'>): string {
  const last = epochs.at(-1);
  if (!last) return 'Error by epoch: no epoch is done yet.';
  const measure = measureOf(start?.configuration ?? STARS_ALONE);
  const write = (error: number): string => withUnit(formatRmse(error), measure);
  const best = bestEpoch(epochs);
  const validation = best
    ? `, validation ${write(last.validationError ?? best.validationError)}, at best ${write(best.validationError)}`
    : '';
  return `${measure.error} after epoch ${last.epoch}: train ${write(last.trainError)}${validation}.`;
}
