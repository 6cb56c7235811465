import { measureOf, STARS_ALONE, withUnit } from '../core/measure.ts';
import { epochInUse } from '../state/epochs.ts';
import { haltedAt } from '../state/halted.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { formatRmse } from '../ui/format.ts';

/** How the run goes, as one sentence; empty where nothing has happened. While it goes it changes with epochs only. */
export function announce({ run, start, progress, epochs, summary }: NotebookState['training']): string {
  const last = epochInUse(epochs, summary);
  const measure = measureOf(start?.configuration ?? STARS_ALONE);
  const part = last?.validationError == null ? 'Train' : 'Validation';
  const value = last && withUnit(formatRmse(last.validationError ?? last.trainError), measure);
  const error = last ? `${part} ${measure.error} ${value} after epoch ${last.epoch}` : '';
  switch (run.phase) {
    case 'running':
      return last && start ? `${error} of ${start.configuration.epochs}.` : 'Training has started.';
    case 'paused':
      return `Training is paused${haltedWords(progress)}. ${error}${error && '.'}`.trim();
    case 'done':
      return `Training ${summary?.outcome === 'done' ? 'is done' : 'was stopped'}. ${error}${error && '.'}`.trim();
    default:
      // A failure is announced by its own notice.
      return '';
  }
}

function haltedWords(progress: NotebookState['training']['progress']): string {
  const where = haltedAt(progress);
  return where === null ? '' : ` ${where}`;
}
