import type { CellRun } from '../../../core/cell-machine.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { Call } from '../../../lab/wire.ts';

/** A learning rate that was tried. */
export interface RateTrial {
  readonly rate: number;
  /** Of its batch, smoothed: RMSE in stars, or the pairwise loss. */
  readonly error: number;
}

export interface RateSuggestion {
  /** Null where the error never fell. */
  readonly rate: number | null;
}

export interface RateFinderCalls {
  /**
   * Tries rising learning rates on throw-away weights; nothing that was trained is touched. Ends early when aborted, with the
   * suggestion so far. Refused while a run is going.
   */
  find: Call<{ readonly configuration: Configuration }, RateSuggestion, RateTrial>;
}

export interface RateFinderState {
  readonly run: CellRun;
  readonly trials: readonly RateTrial[];
  readonly suggestion: number | null;
}

interface RateFinderActions {
  /** Tries rising learning rates with the settings as they stand. */
  findLearningRate(): Promise<void>;
  /** Ends the search, with the suggestion so far. */
  stopFinding(): void;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly rateFinder: RateFinderState;
  }
  interface NotebookActions extends RateFinderActions {}
}
