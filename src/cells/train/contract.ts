import type { Configuration } from '../../core/hyperparameters.ts';
import type { KeptRun } from '../../core/kept-run.ts';
import type { RunEvent, RunId, RunSummary } from '../../core/run-report.ts';
import type { StepGrain } from '../../core/step-grain.ts';
import type { Call } from '../../lab/wire.ts';

export interface TrainCalls {
  /**
   * Trains from fresh weights until done, or aborted: then the run ends after its current step, and the weights so far stay in use.
   * Refused while data is being loaded.
   */
  start: Call<{ readonly configuration: Configuration }, RunSummary, RunEvent>;
  /**
   * Takes up a kept run on the data that is loaded, which must be what it was trained on: its weights recommend from now on, and
   * where `goOn` says so it trains to its end. Reports and ends as `start` does.
   */
  restore: Call<{ readonly id: RunId; readonly goOn: boolean }, RunSummary, RunEvent>;
  /** Halts the run after the current step. */
  pause: Call<void, void>;
  resume: Call<void, void>;
  /** While paused: trains one batch, or to the end of the epoch, and pauses again. */
  step: Call<{ readonly grain: StepGrain }, void>;
  /** Runs kept in the browser that could go on or recommend, newest first; none of those that are going in this or another tab. */
  keptRuns: Call<void, readonly KeptRun[]>;
  removeRun: Call<{ readonly id: RunId }, void>;
}
