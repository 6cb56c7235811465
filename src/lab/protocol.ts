import type { DataOrigin, DataSource, LoadPhase } from '../core/data-source.ts';
import type { EngineCheck } from '../core/engine-check.ts';
import type { LabErrorData } from '../core/errors.ts';
import type { Filters } from '../core/explore/crossfilter.ts';
import type { ExploreView } from '../core/explore/view.ts';
import type { FeatureSizes } from '../core/features.ts';
import type { HelperWish } from '../core/helper.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { RawId } from '../core/ids.ts';
import type { KeptData } from '../core/kept.ts';
import type { KeptRun } from '../core/kept-run.ts';
import type { LoadNote } from '../core/load-notes.ts';
import type { RatingScale } from '../core/rating-scale.ts';
import type { RunOutcome, StepGrain } from '../core/run.ts';
import type { SplitReport } from '../core/split/report.ts';
import type { SplitSettings } from '../core/split.ts';
import type { Description } from '../core/tables/describe.ts';
import type { TablePage, TableQuery } from '../core/tables/table-pages.ts';
import type { Target } from '../core/target.ts';
import type { Transfer } from '../core/transfer.ts';
import type { PairView, StepExample, StepView, TableStatistics } from '../models/inspection.ts';

/** What may be asked of the lab: one entry per call, everything else is derived from this table. */
export interface Calls {
  /**
   * Gets ratings from a source. Reports `load-progress`. Replaces what was loaded before, which stays where this fails. Of two
   * loads the one asked for last counts. Refused while a run is going.
   */
  load: { args: { readonly source: DataSource }; reply: DataSummary };
  /** Ends the load that is going, which then fails with code `cancelled`. */
  cancelLoad: { args: Empty; reply: void };
  /** The files of ratings that the browser keeps. */
  keptData: { args: Empty; reply: KeptData };
  /** Keeps the file that is loaded for later visits, where it is one that the visitor had to bring or to fetch. */
  keepData: { args: Empty; reply: KeptData };
  forgetData: { args: { readonly id: string }; reply: KeptData };
  /**
   * Trains from fresh weights until done or stopped. Reports `run-started`, `run-progress`, `epoch` and `weights-in-use`. Refused
   * while data is being loaded.
   */
  train: { args: { readonly configuration: Configuration }; reply: RunSummary };
  /**
   * Tries rising learning rates on throw-away weights; nothing that was trained is touched. Reports `rate-trial` of each; `stop` ends
   * it early. Refused while a run is going.
   */
  findLearningRate: { args: { readonly configuration: Configuration }; reply: RateSuggestion };
  /** Halts the run after the current step. */
  pause: { args: Empty; reply: void };
  resume: { args: Empty; reply: void };
  /** While paused: trains one batch, or to the end of the epoch, and pauses again. */
  step: { args: { readonly grain: StepGrain }; reply: void };
  /** Ends the run after the current step; the weights so far stay in use. */
  stop: { args: Empty; reply: void };
  recommend: { args: Wish & { readonly userId: RawId }; reply: Recommendation };
  /** A user by their place among those whose ids are valid: of the run in use, else of the data that is loaded. */
  pickUser: { args: UserWish; reply: RawId };
  /** Some rows of a table of the data that is loaded. */
  tablePage: { args: { readonly query: TableQuery; readonly from: number; readonly count: number }; reply: TablePage };
  describeData: { args: Empty; reply: readonly Description[] };
  /** What is to be seen of the data that is loaded, through filters. `minRatings`: see `rankMovies`. */
  explore: { args: { readonly filters: Filters; readonly minRatings: number }; reply: ExploreView };
  /** What a split would do to the data that is loaded. */
  describeSplit: { args: { readonly settings: SplitSettings }; reply: SplitReport };
  /** Runs kept in the browser that could go on or recommend, newest first; none of those that are going in this or another tab. */
  keptRuns: { args: Empty; reply: readonly KeptRun[] };
  /**
   * Takes up a kept run on the data that is loaded, which must be what it was trained on: its weights recommend from now on, and
   * where `goOn` says so it trains to its end. Reports as `train` does.
   */
  restoreRun: { args: { readonly id: string; readonly goOn: boolean }; reply: RunSummary };
  removeRun: { args: { readonly id: string }; reply: void };
  /** Tries every engine with this configuration on the data that is loaded. Reports `engine-check` of each. */
  compareEngines: { args: { readonly configuration: Configuration }; reply: void };
  /**
   * One rating on its way through the model of the run that goes, else of the one whose weights are in use. While a run is paused
   * or over, with its weights as they are and, where the last call was one step ago, with that step; while it runs, with those of its
   * last whole epoch.
   */
  inspect: { args: InspectionWish; reply: Inspection };
  /** How the weights of the same run are spread, and the gradients of a sample of what it learns from. */
  tables: { args: Empty; reply: TableReport };
  /** The weights in use, as an .npz file. */
  weights: { args: Empty; reply: Uint8Array<ArrayBuffer> };
}

/** Which rating to watch. Without a user one of the coming batch; without a movie that the user has rated, the best to learn from. */
export interface InspectionWish {
  readonly userId: RawId | null;
  readonly movieId: RawId | null;
}

/** A rating that can be watched. */
export interface WatchedRating {
  readonly userId: RawId;
  readonly movieId: RawId;
  readonly title: string;
  readonly stars: number;
  readonly heldOut: boolean;
  /** Whether it was in the last batch or will be in the next; null in neither. */
  readonly batch: 'last' | 'next' | null;
}

/** Weights as they are, or as they were at the end of the last whole epoch. */
export type InspectedMoment = 'now' | 'epoch-end';

export interface Inspection {
  readonly runId: number;
  readonly moment: InspectedMoment;
  readonly rating: WatchedRating;
  /** Ratings of the same user, the best to learn from first. */
  readonly offered: readonly WatchedRating[];
  /** Stars = what the view says · scale + offset. */
  readonly target: Target;
  readonly view: PairView;
  readonly step: InspectedStep | null;
}

export type InspectedStep = Omit<StepView, 'examples'> & {
  /** Of SGD. */
  readonly momentum: number;
  /** The bound of every number of a gradient; 0 where there is none. */
  readonly clip: number;
  readonly examples: readonly (StepExample & Pick<WatchedRating, 'userId' | 'movieId' | 'title'>)[];
};

export interface TableReport {
  readonly runId: number;
  readonly moment: InspectedMoment;
  /** How many ratings the gradients are the mean of. */
  readonly examples: number;
  readonly tables: readonly TableStatistics[];
}

/** How many movies to recommend, and by how many users they must have been rated. */
export interface Wish {
  readonly count: number;
  readonly minRatings: number;
}

export type UserWish =
  /** The one before or after; at an end, the one there. */
  | { readonly kind: 'beside'; readonly of: RawId; readonly by: -1 | 1 }
  /** `draw` is uniform in 0 … 1, 1 excluded. */
  | { readonly kind: 'random'; readonly draw: number };

export type Empty = Readonly<Record<never, never>>;

export type CallName = keyof Calls;

/** The lab as both sides see it. */
export type Lab = { readonly [Name in CallName]: (args: Calls[Name]['args']) => Promise<Calls[Name]['reply']> };

export type Request = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly args: Calls[Name]['args'] };
}[CallName];

export type Message =
  /** The worker has started. */
  | { readonly kind: 'alive' }
  | HelperWish
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: LabErrorData }
  | { readonly kind: 'event'; readonly event: LabEvent };

export type LabEvent =
  | { readonly kind: 'load-progress'; readonly progress: LoadProgress }
  /** With the epochs that it has behind it already, where it goes on from a kept state. */
  | { readonly kind: 'run-started'; readonly run: RunStart; readonly epochs: readonly EpochReport[] }
  | { readonly kind: 'rate-trial'; readonly trial: RateTrial }
  | { readonly kind: 'run-progress'; readonly progress: RunProgress }
  | { readonly kind: 'epoch'; readonly epoch: EpochReport }
  /** The engine was lost; the run goes on with another, from the weights of its last whole epoch. */
  | { readonly kind: 'engine-replaced'; readonly engine: EngineReport; readonly epochsDone: number; readonly because: string }
  | { readonly kind: 'engine-check'; readonly check: EngineCheck }
  /** What is trained from now on cannot be taken up again at the next visit; with null it can, after all. */
  | { readonly kind: 'run-not-kept'; readonly error: LabErrorData | null }
  /** From now on this run's weights recommend. */
  | { readonly kind: 'weights-in-use'; readonly runId: number };

export interface LoadProgress {
  readonly phase: LoadPhase;
  /** Of this phase, 0 … 1; null where that cannot be told. */
  readonly share: number | null;
  /** Of a download. */
  readonly transfer?: Transfer | undefined;
}

export interface DataSummary extends DataOrigin {
  readonly ratings: number;
  readonly users: number;
  readonly movies: number;
  readonly scale: RatingScale;
  /** What is known beyond who rated what. */
  readonly features: FeatureSizes;
  /** Ratings by star value, ascending; where there are many values, by ranges from `stars` up to `upTo`. */
  readonly histogram: readonly { readonly stars: number; readonly upTo?: number; readonly count: number }[];
  /** In stars, over all ratings. */
  readonly meanStars: number;
  readonly deviationStars: number;
  /** Seconds since 1970-01-01 UTC; null where the data has no times. */
  readonly firstTimestamp: number | null;
  readonly lastTimestamp: number | null;
  /** Raw ids, by index. */
  readonly firstUserId: RawId;
  readonly lastUserId: RawId;
  readonly firstMovieId: RawId;
  /** What is odd about the data, and the rule that was applied. */
  readonly notes: readonly LoadNote[];
  /** Milliseconds by phase. */
  readonly elapsed: Readonly<Partial<Record<LoadPhase, number>>>;
}

export interface EngineReport {
  readonly name: string;
  /** Such as "WebGL (ANGLE …)" or "WebAssembly SIMD". */
  readonly label: string;
  /** Why this one: one sentence. */
  readonly reason: string;
  /** What an automatic choice went by. */
  readonly checks: readonly EngineCheck[];
}

export interface RunStart {
  /** Counts the runs of this page from 1. */
  readonly runId: number;
  readonly configuration: Configuration;
  /** What it is trained on; other data may be loaded by now. */
  readonly data: DataSummary;
  readonly engine: EngineReport;
  /** With a pairwise loss pairs, as are those held out. */
  readonly trainRatings: number;
  /** How many of these the training error is measured on: fewer where they are drawn by the seed. */
  readonly trainMeasured: number;
  readonly validationRatings: number;
  /** 0 where the split has no test part. */
  readonly testRatings: number;
  readonly parameters: number;
  /** Validation RMSE in stars of what needs no training. */
  readonly baselines: { readonly globalMean: number; readonly biases: number };
  /** With a pairwise loss the share of validation pairs that popularity alone ranks right; else null. */
  readonly popularAuc: number | null;
}

export interface RunProgress {
  readonly runId: number;
  /** The epoch at work, from 1. */
  readonly epoch: number;
  /** Steps done of this epoch. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Of this epoch so far: RMSE in stars, or the pairwise loss; null before its first step. */
  readonly trainError: number | null;
  /** Null before there is enough to tell by. */
  readonly ratingsPerSecond: number | null;
  /** Estimated seconds to the end of the run; null before there is enough to tell by. */
  readonly secondsLeft: number | null;
  readonly paused: boolean;
}

export interface EpochReport {
  readonly runId: number;
  /** From 1. */
  readonly epoch: number;
  /** RMSE in stars, or the pairwise loss: over the epoch's steps as they went. */
  readonly trainError: number;
  /** The same after the epoch. */
  readonly validationError: number;
  /** Mean absolute error in stars after the epoch; null of scores. */
  readonly validationMae: number | null;
  /** The share of validation pairs ranked right after the epoch; null of stars. */
  readonly validationAuc: number | null;
  /** Of its last step. */
  readonly learningRate: number;
  /** Training and validation. */
  readonly seconds: number;
}

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

export interface RunEnd {
  readonly outcome: RunOutcome;
  /** The epoch whose weights were taken, as the best one; null where the last weights stay. */
  readonly taken: number | null;
}

export interface RunSummary extends RunEnd {
  readonly runId: number;
  readonly seconds: number;
  /** Of the weights in use; null where the split has no test part. */
  readonly test: TestErrors | null;
  /** Tensors alive in TensorFlow.js before the run and now. */
  readonly tensors: { readonly before: number; readonly after: number };
}

/** Errors on the test part, which neither trained nor steered the run. */
export interface TestErrors {
  /** RMSE in stars, or the pairwise loss. */
  readonly error: number;
  /** In stars; null of scores. */
  readonly mae: number | null;
  /** The share of pairs ranked right; null of stars. */
  readonly auc: number | null;
}

export interface Recommendation {
  readonly runId: number;
  readonly userId: RawId;
  /** How many ratings the user gave, and their mean in stars. */
  readonly userRatings: number;
  readonly userMeanStars: number;
  /** Best first; never rated by this user. */
  readonly movies: readonly RecommendedMovie[];
  /** What the user rated highest, best first. */
  readonly favourites: readonly RatedMovie[];
  readonly milliseconds: number;
}

export interface MovieCard {
  readonly movieId: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  /** How many users rated it. */
  readonly ratings: number;
  /** The model's prediction in stars, which may lie outside the scale; with a pairwise loss a score, which only ranks. */
  readonly predicted: number;
}

export interface RecommendedMovie extends MovieCard {
  /** The mean of the ratings it got, in stars. */
  readonly meanStars: number;
}

export interface RatedMovie extends MovieCard {
  /** What the user gave. */
  readonly stars: number;
  /** Whether this rating was held out of training. */
  readonly heldOut: boolean;
}
