import { bestEpoch } from '../../core/best-epoch.ts';
import type { EpochReport, RunSummary } from '../../core/run-report.ts';
import { formatQuantity, formatRmse } from '../../ui/format.ts';

type Ended = Pick<RunSummary, 'outcome' | 'taken'>;

/** Why a run ended before its last epoch, and which weights were taken; null where it went to its end and kept its last. */
export function endingWords({ outcome, taken }: Ended, epochs: readonly EpochReport[], patience: number): string | null {
  const last = epochs.at(-1);
  if (!last) return outcome === 'stopped' ? 'Stopped within the first epoch, before any error was measured.' : null;
  const best = bestEpoch(epochs);
  const why = {
    early: `Stopped early after epoch ${last.epoch}: ${formatQuantity(patience, 'epoch')} passed without a better validation error.`,
    'out-of-time': `The time budget ended with epoch ${last.epoch}.`,
    stopped: `Stopped in epoch ${last.epoch + 1}.`,
    done: '',
  }[outcome];
  const took =
    taken === null || !best
      ? outcome === 'stopped'
        ? `The errors are those after epoch ${last.epoch}.`
        : ''
      : `The weights of epoch ${taken} are in use: it has the lowest validation error, ${formatRmse(best.validationError)}. Because the epoch was chosen by this error, it is slightly too low.`;
  return `${why} ${took}`.trim() || null;
}
