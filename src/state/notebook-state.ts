import type { CellRun } from '../core/cell-machine.ts';
import type { Answers } from '../core/data-source.ts';
import type { EngineCheck } from '../core/engine-check.ts';
import type { LabErrorData } from '../core/errors.ts';
import type { Filters } from '../core/explore/crossfilter.ts';
import type { ExploreView } from '../core/explore/view.ts';
import type { Overrides } from '../core/hyperparameters.ts';
import type { KeptData } from '../core/kept.ts';
import type { KeptRun } from '../core/kept-run.ts';
import type { SplitReport } from '../core/split/report.ts';
import type {
  DataSummary,
  EpochReport,
  LoadProgress,
  RateTrial,
  Recommendation,
  RunProgress,
  RunStart,
  RunSummary,
} from '../lab/protocol.ts';
import type { DataChoice, SourceName } from './data-choice.ts';
import type { AddressProblem } from './url-hash.ts';

export type { RankedMovie } from '../core/explore/best-movies.ts';
export type { Filters } from '../core/explore/crossfilter.ts';
export type { DimensionName } from '../core/explore/dimension.ts';
export type { DimensionView, ExploreView } from '../core/explore/view.ts';
export type { HeldOutReport } from '../core/split/part-report.ts';
export type { SplitReport } from '../core/split/report.ts';
/** What the state is made of, for those who show it. */
export type { CellValue, Column, TableName } from '../core/tables/table.ts';
export type { TablePage, TableQuery } from '../core/tables/table-pages.ts';
export type {
  DataSummary,
  EpochReport,
  InspectedStep,
  Inspection,
  InspectionWish,
  LoadProgress,
  RateTrial,
  Recommendation,
  RecommendedMovie,
  RunProgress,
  RunStart,
  RunSummary,
  TableReport,
  TestErrors,
} from '../lab/protocol.ts';

export interface DataState {
  readonly run: CellRun;
  readonly progress: LoadProgress | null;
  /** What was chosen last, whether or not it has been loaded. */
  readonly wanted: DataChoice;
  /** How the visitor has answered what its loading asked. */
  readonly answers: Answers;
  /** What is loaded. Stays while other data is loaded, and when that fails. */
  readonly loaded: DataChoice | null;
  readonly summary: DataSummary | null;
  /** The entry of the menu that is turned to. */
  readonly source: SourceName;
  /** Whether the address asks for MovieLens 1M, which is not here: other data stands in until the visitor has it fetched. */
  readonly asked: boolean;
}

/** The files of ratings that the browser keeps; its run is the last look at them, or change to them. */
export interface KeptState extends KeptData {
  readonly run: CellRun;
}

export interface ExploreState {
  readonly run: CellRun;
  readonly filters: Filters;
  /** The best-rated movies have at least so many ratings; the weight of the prior too. */
  readonly minRatings: number;
  /** Through the filters as they stand, or stood until the call under way. */
  readonly view: ExploreView | null;
}

export interface SplitState {
  readonly run: CellRun;
  /** Of the settings as they stand, or stood until the call under way. */
  readonly report: SplitReport | null;
}

export interface TrainingState {
  readonly run: CellRun;
  /** The run that is going or went last. */
  readonly start: RunStart | null;
  readonly progress: RunProgress | null;
  readonly epochs: readonly EpochReport[];
  readonly summary: RunSummary | null;
  /** What happened to the run on its way, in one sentence; null where all went as usual. */
  readonly notice: string | null;
  /** Why the run could not be taken up again at the next visit; null as long as it can. */
  readonly notKept: LabErrorData | null;
  /** Runs of former visits that could go on or recommend, newest first. */
  readonly kept: readonly KeptRun[];
  /** The run whose weights recommend: a run takes over with its first epoch, and keeps what it had when it fails. */
  readonly inUse: RunStart | null;
}

export interface RecommendState {
  readonly run: CellRun;
  /** What stands in the user field, as typed. */
  readonly userText: string;
  readonly result: Recommendation | null;
}

/** The comparison of the engines on this machine. */
export interface EnginesState {
  readonly run: CellRun;
  /** Found so far. */
  readonly checks: readonly EngineCheck[];
}

/** The search for a learning rate. */
export interface RateFinderState {
  readonly run: CellRun;
  readonly trials: readonly RateTrial[];
  readonly suggestion: number | null;
}

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface NotebookState {
  /** Settings that differ from the model's defaults. */
  readonly overrides: Overrides;
  /** What the address held that could not be used, one sentence each. */
  readonly addressProblems: readonly AddressProblem[];
  readonly theme: ThemeChoice;
  readonly data: DataState;
  readonly explore: ExploreState;
  readonly split: SplitState;
  readonly kept: KeptState;
  /** The zips of GroupLens whose terms of use were agreed to. */
  readonly agreed: readonly string[];
  readonly training: TrainingState;
  readonly recommend: RecommendState;
  readonly rateFinder: RateFinderState;
  readonly engines: EnginesState;
  /** A fault of the lab as a whole, such as a worker that did not start. */
  readonly labError: LabErrorData | null;
}
