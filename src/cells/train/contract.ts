import type { CellRun } from '../../core/cell-machine.ts';
import type { LabErrorData } from '../../core/errors.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { KeptRecord } from '../../core/kept-files.ts';
import type { KeptRun, RunInfo } from '../../core/kept-run.ts';
import type { RunPacing, StepGrain } from '../../core/run.ts';
import type { EpochReport, RunEvent, RunId, RunProgress, RunStart, RunSummary } from '../../core/run-report.ts';
import type { Call } from '../../lab/wire.ts';

export interface TrainCalls {
  /** Does what a run with these settings would do before its first step. */
  prepare: Call<{ readonly configuration: Configuration }, void>;
  /** Times the engines that such a run may be trained on. */
  timeEngines: Call<{ readonly configuration: Configuration }, void>;
  /**
   * Trains from fresh weights until done, or aborted: then the run ends after its current step, and the weights so far stay in use.
   * Refused while data is being loaded. Without a pacing it goes at full speed. `id`: of the run that a model is fitted for once more.
   */
  start: Call<{ readonly configuration: Configuration; readonly pacing?: RunPacing; readonly id?: RunId }, RunSummary, RunEvent>;
  /**
   * Takes up a kept run on the data that is loaded, which must be what it was trained on: its weights recommend from now on, and
   * where `goOn` says so it trains to its end. Reports and ends as `start` does.
   */
  restore: Call<{ readonly id: RunId; readonly goOn: boolean; readonly pacing?: RunPacing }, RunSummary, RunEvent>;
  /** Whether epochs of the run that goes begin a second apart from now on. */
  setWaits: Call<{ readonly waits: boolean }, void>;
  /** Halts the run after the current step. */
  pause: Call<void, void>;
  resume: Call<void, void>;
  /** While paused: trains one batch, or to the end of the epoch, and pauses again. */
  step: Call<{ readonly grain: StepGrain }, void>;
  /** Runs kept in the browser that could go on or recommend, newest first; none of those that are going in this or another tab. */
  keptRuns: Call<void, readonly KeptRun[]>;
  /** What was removed, so that it can be put back; null where there was nothing, or another tab holds it. */
  removeRun: Call<{ readonly id: RunId }, KeptRecord<RunInfo> | null>;
  putBackRun: Call<{ readonly record: KeptRecord<RunInfo> }, void>;
}

/** A run of a model that is fitted in one go. */
export interface FittedRun {
  readonly id: RunId;
  readonly configuration: Configuration;
  /** How long the fit took. */
  readonly seconds: number;
}

export interface TrainingState {
  readonly run: CellRun;
  /** The run that is going or went last. */
  readonly start: RunStart | null;
  /** Whether it was begun to halt within its first epoch, so that it has no figures for a while. */
  readonly haltsEarly: boolean;
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

interface TrainActions {
  /** At the pace that is chosen. */
  train(): Promise<void>;
  /** Starts a run that halts before its first batch. */
  trainHalted(): Promise<void>;
  /**
   * Takes up a kept run with its settings and its data: from now on it recommends, and where `goOn` says so it trains to its end.
   * Where the data cannot be had, the Data cell says so.
   */
  restoreRun(kept: KeptRun, goOn: boolean): Promise<void>;
  /** After a reload: the kept run of this id recommends again where its data is loaded. The settings stay as they are. */
  bringBackModel(id: RunId): Promise<void>;
  /** After a reload: a model that was fitted in one go is fitted again, as the same run; one that takes long is not, and the page says so. */
  bringBackFit(fit: FittedRun): Promise<void>;
  removeRun(kept: KeptRun): Promise<void>;
  /** Shows what happened to a run of a former visit. */
  noteOnRun(notice: string): void;
  /** A model that was not trained here recommends from now on. */
  putInUse(run: RunStart): void;
  /** Asks which runs of former visits are kept. */
  listKeptRuns(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** One batch, or to the end of the epoch: of the run that is paused, else of a new one, which is paused then. */
  step(grain: StepGrain): Promise<void>;
  /** Ends the run after its current step. */
  stop(): void;
  /**
   * To be called when the lab had to be started anew: brings back the data, and what was trained from the state that was kept of
   * it; a run that was going goes on.
   */
  recover(error: LabErrorData): Promise<void>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly training: TrainingState;
  }
  interface NotebookActions extends TrainActions {}
}
