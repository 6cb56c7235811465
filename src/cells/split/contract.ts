import type { CellRun } from '../../core/cell-machine.ts';
import type { SplitReport } from '../../core/split/report.ts';
import type { SplitSettings } from '../../core/split.ts';
import type { Call } from '../../lab/wire.ts';

export interface SplitCalls {
  /** What a split would do to the data that is loaded. */
  report: Call<{ readonly settings: SplitSettings }, SplitReport>;
}

export interface SplitState {
  readonly run: CellRun;
  /** Of the settings as they stand, or stood until the call under way. */
  readonly report: SplitReport | null;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly split: SplitState;
  }
  interface NotebookActions {
    /** Once more, where it failed. */
    retrySplit(): void;
  }
}
