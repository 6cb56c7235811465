import type { CellRun } from '../../../core/cell-machine.ts';
import type { DataSummary } from '../../../core/data-summary.ts';
import type { LabErrorData } from '../../../core/errors.ts';
import type { Estimate } from '../../../core/evaluate/bootstrap.ts';
import type { Configuration, SplitStrategy } from '../../../core/hyperparameters.ts';
import type { Leak } from '../../../core/split/part-report.ts';
import type { Call } from '../../../lab/wire.ts';

export interface LeakageRequest {
  /** Its split is the one setting that is not looked at. */
  readonly configuration: Configuration;
  /** Places of a list that are judged. */
  readonly k: number;
  /** From which rating on a held-out movie is relevant; null: that of the data's rating scale. */
  readonly threshold: number | null;
}

/** A configuration that was trained under one split, measured on the validation part. */
export interface SplitFigures {
  /** Held-out ratings. */
  readonly heldOut: number;
  /** In stars; null where the configuration predicts none. */
  readonly rmse: Estimate | null;
  /** RMSE of biases alone on the same ratings, in stars. */
  readonly biases: number;
  /** Null where no held-out movie is relevant. */
  readonly ndcg: Estimate | null;
  /** The same of the most popular movies. */
  readonly popular: Estimate | null;
  /** False where the model says the same of every movie, so that its lists go by nothing. */
  readonly isOrdered: boolean;
  /** Null where the ratings have no times. */
  readonly leak: Leak | null;
  /** Held-out ratings whose user or movie has no training rating. */
  readonly unseenRatings: number;
}

/** What a split came to, or why it could not be tried. */
export type LeakageRow = { readonly split: SplitStrategy } & (
  | ({ readonly problem: null } & SplitFigures)
  | { readonly problem: Pick<LabErrorData, 'message' | 'remedy'> }
);

export interface LeakageTable {
  /** A row for each split, in the order in which they were tried; not all of them before it is over. */
  readonly rows: readonly LeakageRow[];
  readonly k: number;
  readonly threshold: number;
  readonly seconds: number;
}

export interface LeakageProgress {
  readonly split: SplitStrategy;
  readonly doing: 'training' | 'measuring';
  /** Of everything, 0 … 1. */
  readonly share: number;
  /** Estimated; null before there is enough to tell by. */
  readonly secondsLeft: number | null;
  /** Without rows before the first split is done. */
  readonly soFar: LeakageTable;
}

export interface LeakageCalls {
  /**
   * Trains a configuration under each split, and measures it on what that holds out. Neither the runs of the Train cell nor the
   * weights in use are touched. A split that cannot be tried is a row that says why. Refused while a run is going; fails with `cancelled`
   * when aborted.
   */
  compare: Call<LeakageRequest, LeakageTable, LeakageProgress>;
}

export interface LeakageState {
  readonly run: CellRun;
  readonly progress: LeakageProgress | null;
  /** The last table, perhaps unfinished, and what it was made of. */
  readonly result: { readonly table: LeakageTable; readonly configuration: Configuration; readonly data: DataSummary } | null;
}

interface LeakageActions {
  /** Compares the splits with the settings as they stand. */
  compareSplits(): Promise<void>;
  /** Ends the comparison; the rows that are there stay. */
  stopComparing(): void;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly leakage: LeakageState;
  }
  interface NotebookActions extends LeakageActions {}
}
