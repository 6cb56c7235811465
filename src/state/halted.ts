import type { RunProgress } from '../core/run-report.ts';

/** Where a run stands still, after “paused”; null while it moves. */
export function haltedAt(progress: RunProgress | null): string | null {
  if (!progress?.paused) return null;
  const { epoch, step, stepsPerEpoch } = progress;
  if (step === 0) return `before the first batch of epoch ${epoch}`;
  return step === stepsPerEpoch ? `at the end of epoch ${epoch}` : `after batch ${step} of ${stepsPerEpoch} in epoch ${epoch}`;
}
