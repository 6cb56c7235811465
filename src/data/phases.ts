import type { LoadPhase } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';

/** Times the phases of loading and reports how far each has come. Each report is a chance to cancel: it throws a LabError then. */
export interface Phases {
  /** Runs the work of a phase; `report` takes its share, 0 … 1. */
  run<T>(phase: LoadPhase, work: (report: (share: number) => void) => Promise<T> | T): Promise<T>;
  /** Milliseconds by phase, as far as it went. */
  readonly elapsed: Readonly<Partial<Record<LoadPhase, number>>>;
}

export function createPhases(onProgress: (phase: LoadPhase, share: number) => void, signal?: AbortSignal): Phases {
  const elapsed: Partial<Record<LoadPhase, number>> = {};
  return {
    elapsed,
    async run(phase, work) {
      const start = performance.now();
      const report = (share: number): void => {
        if (signal?.aborted) throw new LabError('cancelled', 'Loading was cancelled.', 'Load again when you like.');
        onProgress(phase, share);
      };
      report(0);
      const result = await work(report);
      elapsed[phase] = performance.now() - start;
      return result;
    },
  };
}
