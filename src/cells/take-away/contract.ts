import type { CellRun } from '../../core/cell-machine.ts';
import type { JobKind } from '../../core/jobs/job-configuration.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunStart } from '../../core/run-report.ts';
import type { Call } from '../../lab/wire.ts';

export interface TakeAwayCalls {
  /** Makes a file out of the model in use; reports the share that is done. Fails with `cancelled` when aborted. */
  make: Call<FileRequest, Blob, number>;
  /**
   * Puts the weights of a file in use, with the ratings that are loaded. Where the file cannot be used it fails with `weights-unreadable`,
   * and the model in use stays.
   */
  openWeights: Call<{ readonly file: File }, OpenedWeights>;
}

export type FileRequest =
  /** The weights alone, as docs/weights-file.md describes them; `layers`: as a model of TensorFlow.js. */
  | { readonly item: 'safetensors' | 'npz' | 'layers' | 'projector' }
  /** The run in use with its weights, beside the records of all runs. */
  | { readonly item: 'experiment'; readonly records: readonly RunRecord[] }
  /** The `top` best movies of every user, by at least so many ratings. */
  | { readonly item: 'lists'; readonly format: TableFormat; readonly top: number; readonly minRatings: number }
  /** What is predicted of the ratings that were held out. */
  | { readonly item: 'held-out'; readonly format: TableFormat };

export type TableFormat = 'csv' | 'parquet';

/** What a file of weights came to. */
export interface OpenedWeights {
  readonly run: RunStart;
  /** With what it was measured to be, as far as its errors are in stars. */
  readonly record: RunRecord;
  readonly users: Matched;
  readonly movies: Matched;
  /** The data that it was trained on, where the file names other data than is loaded. */
  readonly otherData: string | null;
}

/** How the ids of a file and those of the ratings that are loaded agree. */
export interface Matched {
  readonly both: number;
  readonly inFileAlone: number;
  readonly inDataAlone: number;
}

/** The notebook in Python: as Jupyter keeps it, or as a plain script. */
export type PythonName = 'notebook' | 'script';

/** Every file that can be taken away, by its name here. */
export type TakeAwayName =
  | PythonName
  | 'safetensors'
  | 'npz'
  | 'layers'
  | 'experiment'
  | 'records'
  | 'lists-csv'
  | 'lists-parquet'
  | 'held-out-csv'
  | 'held-out-parquet'
  | 'projector'
  | JobKind;

export interface TakeAwayState {
  /** Of the file that is being made or opened, or was last. */
  readonly run: CellRun;
  /** What is being done; null where nothing is. */
  readonly doing: { readonly what: TakeAwayName | 'open'; readonly share: number | null } | null;
  /** What was made last. */
  readonly made: { readonly what: TakeAwayName; readonly name: string; readonly bytes: number } | null;
  /** What was opened last. */
  readonly opened: Opened | null;
  /** How many movies each user gets in the lists, as the address has it; empty as it starts (see top.ts). */
  readonly top: string;
}

export type Opened =
  | { readonly kind: 'weights'; readonly name: string; readonly weights: OpenedWeights }
  /** `added`: runs that were not listed yet; `canGoOn`: whether epochs are left to train; null where there are no weights in it. */
  | { readonly kind: 'runs'; readonly name: string; readonly added: number; readonly canGoOn: boolean | null };

interface TakeAwayActions {
  setTop(top: string): void;
  /** Makes a file and saves it as a download. */
  takeAway(what: TakeAwayName): Promise<void>;
  /** Opens a file that this page, or a job of it, has written. */
  bringBack(file: File): Promise<void>;
  /** Ends what is being made. */
  stopTakingAway(): void;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly takeAway: TakeAwayState;
  }
  interface NotebookActions extends TakeAwayActions {}
}
