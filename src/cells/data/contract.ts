import type { CellRun } from '../../core/cell-machine.ts';
import type { Cleaning } from '../../core/clean/cleaning.ts';
import type { Answers, DataSource } from '../../core/data-source.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import type { LabErrorData } from '../../core/errors.ts';
import type { DataSetInfo, KeptData, KeptRecord } from '../../core/kept-files.ts';
import type { LoadProgress } from '../../core/load-progress.ts';
import type { AnswersSoFar, FilePreview } from '../../core/table-preview.ts';
import type { Description } from '../../core/tables/describe.ts';
import type { TablePage, TableQuery } from '../../core/tables/table-pages.ts';
import type { Call } from '../../lab/wire.ts';
import type { DataChoice, SourceName } from '../../state/data-choice.ts';

export interface DataCalls {
  /**
   * Gets ratings from a source. Replaces what was loaded before, which stays where this fails. Of two loads the one asked for last
   * counts. Refused while a run is going; once aborted it fails with code `cancelled`.
   */
  load: Call<{ readonly source: DataSource }, DataSummary, LoadProgress>;
  /** The files of ratings that the browser keeps. */
  keptData: Call<void, KeptData>;
  /** Keeps the file that is loaded for later visits, where it is one that the visitor had to bring or to fetch. */
  keepData: Call<void, KeptData>;
  /** Deletes a kept file. What it was, so that it can be put back; null where it could not be read. */
  forgetData: Call<{ readonly id: string }, { readonly removed: KeptFile | null; readonly kept: KeptData }>;
  putBackData: Call<{ readonly record: KeptFile }, KeptData>;
  /** How the beginning of a file of the visitor's is read with these answers; loads nothing, and leaves what is loaded. */
  previewFile: Call<{ readonly source: DataSource; readonly answers: AnswersSoFar }, FilePreview>;
  /** Some rows of a table of the data that is loaded. */
  tablePage: Call<{ readonly query: TableQuery; readonly from: number; readonly count: number }, TablePage>;
  describeData: Call<void, readonly Description[]>;
}

export type KeptFile = KeptRecord<DataSetInfo>;

export interface DataState {
  readonly run: CellRun;
  readonly progress: LoadProgress | null;
  /** What was chosen last, whether or not it has been loaded. */
  readonly wanted: DataChoice;
  /** How the visitor has answered what its loading asked. */
  readonly answers: Answers;
  /** The same of what is loaded. */
  readonly loadedAnswers: Answers;
  /** Which ratings are to count, whatever is loaded. */
  readonly cleaning: Cleaning;
  /** What is loaded. Stays while other data is loaded, and when that fails. */
  readonly loaded: DataChoice | null;
  readonly summary: DataSummary | null;
  /** The selected entry of the menu of sources. */
  readonly source: SourceName;
  /** Whether the address asks for MovieLens 1M, which is not here: other data stands in until the visitor has it fetched. */
  readonly asked: boolean;
}

/** The files of ratings that the browser keeps; its run is the last look at them, or change to them. */
export interface KeptState extends KeptData {
  readonly run: CellRun;
  /** Whether files of the visitor's own may be kept; null until they have said. */
  readonly mayKeepOwn: boolean | null;
}

/** What may be done about the data. */
interface DataActions {
  /**
   * Loads what the address says, and finds out what is kept. Where it says that there was a file, that is the kept file of this id.
   */
  start(fileId?: string | null): Promise<void>;
  /** Loads what is chosen; without a choice, what was chosen last. Of its ratings those count that did before, or that are asked for. */
  load(choice?: DataChoice, cleaning?: Cleaning): Promise<void>;
  /** Loads what is loaded once more, with other ratings that count. */
  clean(change: Partial<Cleaning>): Promise<void>;
  /** Loads what was picked or dropped, once it is gathered: a file, or several as one. */
  openPicked(gather: () => Promise<File | null>): Promise<void>;
  /** Answers what the last load asked, and loads with that. */
  answer(answers: Answers): Promise<void>;
  /** How the beginning of the file that was chosen last is read with these answers. Rejects with a LabError. */
  previewFile(answers: AnswersSoFar): Promise<FilePreview>;
  /** Gives up the load that is going, or has failed: what was there before is there still. */
  cancelLoad(): void;
  /** Takes up what a call has made of the data that is loaded. Rejects where it does. */
  alterData(change: () => Promise<DataSummary>): Promise<void>;
  /** Leaves a question unanswered: what was loaded before is there still. */
  leaveQuestion(): void;
  /**
   * After the lab was started anew: what was loaded is loaded again; what was on its way beside it is not, and the cell says why.
   * Whether it is there.
   */
  bringBackData(error: LabErrorData): Promise<boolean>;
  /** Turns to an entry of the menu. Loads it where that asks nobody outside of this page. */
  chooseSource(source: SourceName): void;
  /** Fetches a file at an address that the visitor has asked for, and agreed to the terms of, where it is GroupLens'. */
  download(url: string): Promise<void>;
  forgetKept(id: string): Promise<void>;
  /** Says whether files of one's own may be kept; the one that is loaded is, where they may. */
  keepOwnFiles(may: boolean): void;
  /** Takes up what was said of that at former visits. */
  agreeToKeep(may: boolean): void;
  /** Takes up whose terms of use were agreed to at former visits. */
  agreeTo(files: readonly string[]): void;
  /** Some rows of a table of the data. Rejects with a LabError. */
  tablePage(query: TableQuery, from: number, count: number): Promise<TablePage>;
  describeData(): Promise<readonly Description[]>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly data: DataState;
    readonly kept: KeptState;
    /** The zips of GroupLens whose terms of use were agreed to. */
    readonly agreed: readonly string[];
  }
  interface NotebookActions extends DataActions {}
}
