import type { CellRun } from '../../../core/cell-machine.ts';
import type { EngineCheck } from '../../../core/engine-check.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { Call } from '../../../lab/wire.ts';

export interface EngineCalls {
  /** Tries every engine with this configuration on the data that is loaded. Reports the check of each. */
  compare: Call<{ readonly configuration: Configuration }, void, EngineCheck>;
}

/** The comparison of the engines on this machine. */
export interface EnginesState {
  readonly run: CellRun;
  /** Found so far. */
  readonly checks: readonly EngineCheck[];
}

interface EngineActions {
  /** Tries every engine of this machine with the settings as they stand. */
  compareEngines(): Promise<void>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly engines: EnginesState;
  }
  interface NotebookActions extends EngineActions {}
}
