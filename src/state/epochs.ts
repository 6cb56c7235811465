import type { EpochReport, RunSummary } from '../core/run-report.ts';

/** The epoch whose weights recommend: the one that was taken at the end, else the last; undefined before the first. */
export function epochInUse(epochs: readonly EpochReport[], summary: Pick<RunSummary, 'taken'> | null): EpochReport | undefined {
  const taken = summary?.taken ?? null;
  return epochs.find(({ epoch }) => epoch === taken) ?? epochs.at(-1);
}
