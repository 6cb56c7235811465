import type { EpochReport, RunStart } from './run-report.ts';

/** Training ratings per second over the epochs that are done, validation included in the time. */
export function paceOf(epochs: readonly EpochReport[], { trainRatings }: Pick<RunStart, 'trainRatings'>): number {
  const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  return seconds > 0 ? (trainRatings * epochs.length) / seconds : 0;
}
