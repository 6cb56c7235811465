import { bestEpoch } from '../core/best-epoch.ts';
import type { RunOutcome } from '../core/run.ts';

/** What endings go by, epoch by epoch. */
export interface EpochResult {
  readonly epoch: number;
  /** Null where nothing is held out; then nothing ends for want of a better one. */
  readonly validationError: number | null;
  readonly seconds: number;
}

export interface EndingRules {
  readonly epochs: number;
  /** Epochs in a row that may pass without a better validation error; 0: any number. */
  readonly patience: number;
  /** Seconds of work, pauses apart, after which no further epoch is begun; 0: no limit. */
  readonly timeBudget: number;
}

/** Why no further epoch follows these; null where one does. */
export function endingOf(history: readonly EpochResult[], { epochs, patience, timeBudget }: EndingRules): RunOutcome | null {
  if (history.length >= epochs) return 'done';
  const best = bestEpoch(history);
  if (patience > 0 && best && history.length - best.epoch >= patience) return 'early';
  if (timeBudget > 0 && secondsOf(history) >= timeBudget) return 'out-of-time';
  return null;
}

export const secondsOf = (history: readonly EpochResult[]): number => history.reduce((sum, { seconds }) => sum + seconds, 0);
