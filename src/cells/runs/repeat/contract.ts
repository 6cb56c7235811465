import type { CellRun } from '../../../core/cell-machine.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RepeatKind } from '../../../core/repeats/groups.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { Call } from '../../../lab/wire.ts';

export interface RepeatRequest {
  /** With seeds the first seed is its own, and the others follow. With folds it keeps its seed, which deals the ratings to the folds. */
  readonly configuration: Configuration;
  readonly kind: RepeatKind;
  /** How many runs, two at least. */
  readonly count: number;
  /** What the records have as the id of their group. */
  readonly group: string;
}

export interface RepeatProgress {
  /** Runs that are over. */
  readonly done: number;
  readonly of: number;
  /** Of all runs together, 0 … 1. */
  readonly share: number;
  /** Estimated; null before there is enough to tell by. */
  readonly secondsLeft: number | null;
  /** The run that has just ended, with or without success; else null. */
  readonly ended: RunRecord | null;
}

export interface RepeatCalls {
  /**
   * Trains a configuration several times in the background, one run after the other; the test part is not looked at. A run that diverges
   * is reported as one that failed, and the next begins. Fails with `cancelled` when aborted, with `no-split` where the ratings cannot be
   * divided so; what was reported before stays good.
   */
  start: Call<RepeatRequest, void, RepeatProgress>;
}

export interface RepeatState {
  readonly run: CellRun;
  readonly progress: RepeatProgress | null;
  /** The id of the group that was begun last in this visit. */
  readonly group: string | null;
}

interface RepeatActions {
  repeatRuns(request: Omit<RepeatRequest, 'group'>): Promise<void>;
  /** Ends the repeats; runs that are over stay. */
  stopRepeating(): void;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly repeat: RepeatState;
  }
  interface NotebookActions extends RepeatActions {}
}
