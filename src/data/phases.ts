import type { LoadPhase } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { Transfer } from '../core/transfer.ts';

/** Hears how far a phase has come: 0 … 1, or null where that cannot be told; of a download also the bytes. */
export type ReportPhase = (share: number | null, transfer?: Transfer) => void;
export type OnPhase = (phase: LoadPhase, share: number | null, transfer?: Transfer) => void;

/** Times the phases of loading and reports how far each has come. Each report is a chance to cancel: it throws a LabError then. */
export interface Phases {
  run<T>(phase: LoadPhase, work: (report: ReportPhase) => Promise<T> | T): Promise<T>;
  /** Milliseconds by phase, as far as it went. */
  readonly elapsed: Readonly<Partial<Record<LoadPhase, number>>>;
  readonly signal: AbortSignal;
}

export function createPhases(onPhase: OnPhase, signal: AbortSignal): Phases {
  const elapsed: Partial<Record<LoadPhase, number>> = {};
  return {
    elapsed,
    signal,
    async run(phase, work) {
      const start = performance.now();
      const report: ReportPhase = (share, transfer) => {
        if (signal.aborted) throw new LabError('cancelled', 'Loading was cancelled.', 'You can load it again.');
        onPhase(phase, share, transfer);
      };
      report(0);
      const result = await work(report);
      elapsed[phase] = (elapsed[phase] ?? 0) + performance.now() - start;
      return result;
    },
  };
}
