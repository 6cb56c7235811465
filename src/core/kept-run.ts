import type { DataOrigin } from './data-source.ts';
import type { DataSummary } from './data-summary.ts';
import type { Configuration, EngineName } from './hyperparameters.ts';
import type { RunOutcome } from './run.ts';

/** What is known of a run whose state is kept in the browser, from which it can go on or recommend. */
export interface RunInfo {
  /** Of how the state is laid out; one of another version cannot be read. */
  readonly version: number;
  readonly configuration: Configuration;
  /** What it is trained on. */
  readonly data: DataOrigin & Pick<DataSummary, 'ratings' | 'feedback'>;
  readonly engine: EngineName;
  /** Whole epochs that the state has behind it. */
  readonly epochsDone: number;
  /** RMSE in stars, or the pairwise loss, of the weights that it recommends with: the last, or the best where it takes those. Null where nothing is held out. */
  readonly validationError: number | null;
  /** How the run ended; null while it goes, which it may have been when its page was closed. */
  readonly ended: RunOutcome | 'failed' | null;
}

export interface KeptRun extends RunInfo {
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly savedAt: number;
  readonly bytes: number;
}

export const KEPT_RUN_VERSION = 6;

/** Of the names of the locks that runs hold while they go, before their ids. */
export const RUN_LOCK_PREFIX = 'matinee-run-';

/** The first bytes of a file that a run is saved in. */
export const RUN_BUNDLE_MARK = 'matinee-run\n';

/** Whether epochs are left to train: of a run that was interrupted or stopped by hand. */
export const canGoOn = ({ ended, epochsDone, configuration }: RunInfo): boolean =>
  (ended === null || ended === 'stopped') && epochsDone < configuration.epochs;
