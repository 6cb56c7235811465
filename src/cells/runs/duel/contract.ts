import type { CellRun } from '../../../core/cell-machine.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RecordedEpoch, RunRecord } from '../../../core/run-record.ts';
import type { Call } from '../../../lab/wire.ts';

/** One of each side. */
export type Both<Value> = readonly [Value, Value];

export interface DuelRequest {
  readonly sides: Both<Configuration>;
  /** Of training and validation, for each side. */
  readonly seconds: number;
  /** What the records have as the id of their group. */
  readonly group: string;
}

export interface DuelProgress {
  /** Whose turn it is. */
  readonly side: 0 | 1;
  /** Of both sides together, 0 … 1, by the time that is used. */
  readonly share: number;
  /** What each side has done so far. */
  readonly epochs: Both<readonly RecordedEpoch[]>;
  /** The run that has just ended, with or without success; else null. */
  readonly ended: RunRecord | null;
}

export interface DuelCalls {
  /**
   * Trains two configurations in the background, one after the other, each until its seconds are used up. Fails with `cancelled` when
   * aborted; what was reported before stays good.
   */
  start: Call<DuelRequest, void, DuelProgress>;
}

export interface DuelState {
  readonly run: CellRun;
  readonly progress: DuelProgress | null;
  /** The last duel of this visit, perhaps not over. */
  readonly result: {
    readonly request: DuelRequest;
    readonly epochs: Both<readonly RecordedEpoch[]>;
    /** Of each side, once it is over. */
    readonly records: readonly RunRecord[];
  } | null;
}

interface DuelActions {
  startDuel(request: Omit<DuelRequest, 'group'>): Promise<void>;
  /** Ends the duel; a side that is over stays. */
  stopDuel(): void;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly duel: DuelState;
  }
  interface NotebookActions extends DuelActions {}
}
