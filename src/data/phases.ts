import type { LoadPhase } from '../core/data-source.ts';

/** Times the phases of loading and reports how far each has come. */
export interface Phases {
  /** Runs the work of a phase; `report` takes its share, 0 … 1. */
  run<T>(phase: LoadPhase, work: (report: (share: number) => void) => Promise<T> | T): Promise<T>;
  /** Milliseconds by phase, as far as it went. */
  readonly elapsed: Readonly<Partial<Record<LoadPhase, number>>>;
}

export function createPhases(onProgress: (phase: LoadPhase, share: number) => void): Phases {
  const elapsed: Partial<Record<LoadPhase, number>> = {};
  return {
    elapsed,
    async run(phase, work) {
      const start = performance.now();
      onProgress(phase, 0);
      const result = await work((share) => onProgress(phase, share));
      elapsed[phase] = performance.now() - start;
      return result;
    },
  };
}
