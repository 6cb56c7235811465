import type { RunSeen } from './run-record.ts';
import type { EpochReport, RunEvent, RunStart } from './run-report.ts';

/** Keeps what a run has reported so far; `seen` is null before it has started. */
export interface RunFollower {
  follow(event: RunEvent): void;
  readonly seen: Pick<RunSeen, 'start' | 'epochs'> | null;
}

export function followRun(): RunFollower {
  let start: RunStart | null = null;
  let epochs: readonly EpochReport[] = [];
  return {
    follow(event) {
      if (event.kind === 'run-started') [start, epochs] = [event.run, event.epochs];
      if (event.kind === 'epoch') epochs = [...epochs, event.epoch];
      if (event.kind === 'engine-replaced') {
        start = start && { ...start, engine: event.engine };
        epochs = epochs.slice(0, event.epochsDone);
      }
    },
    get seen() {
      return start && { start, epochs };
    },
  };
}
