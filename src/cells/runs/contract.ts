import type { LabErrorData } from '../../core/errors.ts';
import type { KeptRun } from '../../core/kept-run.ts';
import type { RunRecord, RunSeen } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { Call } from '../../lab/wire.ts';

export interface RunsCalls {
  /** The records of all runs, newest first. From then on runs are numbered on from the highest number. */
  list: Call<void, { readonly records: readonly RunRecord[] } & RunsKept>;
  /** Makes the record of a run, or brings it up to date; null where it was removed meanwhile. */
  note: Call<RunSeen, { readonly record: RunRecord | null } & RunsKept>;
  /** Keeps records, in the place of those that had their ids. */
  put: Call<{ readonly records: readonly RunRecord[] }, RunsKept>;
  remove: Call<{ readonly ids: readonly RunId[] }, RunsKept>;
  /** A run with its weights as a file. Fails with `no-checkpoint` where they are not kept. */
  save: Call<{ readonly id: RunId }, Blob>;
  /** Keeps the weights of such a file, and reads its records, that of the run first. Fails with `runs-unreadable`, or where there is no room. */
  open: Call<{ readonly file: Blob }, { readonly records: readonly RunRecord[] } & RunsKept>;
}

/** What is kept at the moment. */
export interface RunsKept {
  /** Runs whose weights are there still. */
  readonly weights: readonly KeptRun[];
  /** Why the records will be gone with the page; null where they stay. */
  readonly problem: LabErrorData | null;
}

export interface RunsState extends RunsKept {
  /** Newest first. */
  readonly records: readonly RunRecord[];
  /** The run that the others are compared with. */
  readonly baseline: RunId | null;
  /** Runs whose curves are drawn, each in the colour of its place; null where a colour is free. */
  readonly drawn: readonly (RunId | null)[];
  readonly view: RunsView;
}

/** Which runs and which columns of them are looked at. */
export interface RunsView {
  /** As it was typed. */
  readonly filter: string;
  /** What the runs in view lie within, by the names of columns. */
  readonly ranges: Readonly<Record<string, RunRange>>;
  /** Of the settings only those columns that are not the same in all runs. */
  readonly differencesOnly: boolean;
  /** Columns that were shown or hidden one by one, by their names. */
  readonly byHand: Readonly<Record<string, boolean>>;
}

/** Both ends are within; of a column of texts some of them. */
export type RunRange = { readonly from: number; readonly to: number } | { readonly texts: readonly string[] };

interface RunsActions {
  renameRun(id: RunId, name: string): Promise<void>;
  noteRun(id: RunId, note: string): Promise<void>;
  /** Compares all others with a run from now on, at later visits too; with none where null. */
  setBaseline(id: RunId | null): Promise<void>;
  /** Notes for later visits that the lists of a run were measured on its test part. */
  noteTestedLists(id: RunId): Promise<void>;
  /** Draws the curve of a run, as long as a colour is free, or takes it away. */
  drawRun(id: RunId, on: boolean): void;
  /** In one step that can be undone. */
  deleteRuns(ids: readonly RunId[]): Promise<void>;
  /** A run with its weights as a file. Rejects with a LabError. */
  saveRun(id: RunId): Promise<Blob>;
  /** Keeps the weights of such a file. Returns its records, that of the run first, which are not added yet. Rejects with a LabError. */
  openRun(file: Blob): Promise<readonly RunRecord[]>;
  /** Adds the runs of a file. Returns how many of them were not there yet. */
  addRuns(records: readonly RunRecord[]): Promise<number>;
  /** `undoWords` say what was done, where it is to be a step that can be undone. */
  setRunsView(changed: Partial<RunsView>, undoWords?: string): void;
  /** Sets all controls as they were for a run. */
  takeSettingsOf(record: RunRecord): void;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly runs: RunsState;
  }
  interface NotebookActions extends RunsActions {}
}
