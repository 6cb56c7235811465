import type { CellRun } from '../../core/cell-machine.ts';
import type { Configuration, EngineName } from '../../core/hyperparameters.ts';
import type { RunGroup, RunRecord } from '../../core/run-record.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';
import type { SweepMeasure, SweepSettings } from '../../core/sweep/sweep-settings.ts';
import type { Call } from '../../lab/wire.ts';

export interface SweepCalls {
  /**
   * How many trials of a sweep to ask for at once. Small ones are trained side by side, each on one thread, which is faster than one after the
   * other on all; where they may wait, as many more, so that no thread waits for the page. Fails with `no-data` where nothing is loaded.
   */
  atOnce: Call<AtOnceRequest, number>;
  /**
   * Trains a configuration in the background; reports the share that is done. Neither the Train cell nor the weights in use are touched. A
   * training that is begun by hand goes first. A run that diverges is a record that says so. Fails with `cancelled` when aborted, and when
   * other data is loaded.
   */
  trial: Call<TrialRequest, RunRecord, number>;
  /** Starts what trains trials side by side ahead of the sweep, where it is small enough for that and nothing is being trained. */
  prepare: Call<{ readonly configuration: Configuration }, void>;
  /** Lets go of what was kept for the trials to come. */
  end: Call<void, void>;
  /** Halts the trial that is going, and those to come. Resolves once it stands still. */
  pause: Call<void, void>;
  resume: Call<void, void>;
}

export interface AtOnceRequest extends Pick<TrialRequest, 'engine'> {
  /** The id of its plan. */
  readonly sweep: string;
  /** What its trials share. */
  readonly configuration: Configuration;
  /** Whether a trial may begin long after it was asked for. */
  readonly mayWait: boolean;
}

export interface TrialRequest {
  readonly configuration: Configuration;
  readonly group: RunGroup;
  /** That of the trials before, so that all have the same; null for the first. */
  readonly engine: EngineName | null;
  /** The place of the trial that it goes on from, where its state is still there: it has the same settings with fewer epochs. Null: none. */
  readonly from: number | null;
  /** The places of trials that others may go on from, perhaps its own; the states of all others are let go. */
  readonly keeps: readonly number[];
  /** Others may go on from it unless it costs more than this by the measure. */
  readonly limit: number;
  readonly measure: SweepMeasure;
  /** Whether another is trained beside it, or is about to be. */
  readonly isBeside: boolean;
}

export interface SweepState {
  readonly run: CellRun;
  /** The sweep as the address says it; empty where nothing was chosen yet. */
  readonly text: string;
  /** The sweep that was begun last, at this visit or before. Its trials are among the runs. */
  readonly plan: SweepPlan | null;
  /** The epochs that the trials under way have trained, without those that they go on from; null where none is. */
  readonly epochsUnderWay: number | null;
}

interface SweepActions {
  setSweep(settings: SweepSettings): Promise<void>;
  /** Back to the sweep that is offered. */
  resetSweep(): Promise<void>;
  /** Makes ready what a sweep needs to begin at once; whoever looks at its cell may start one. */
  prepareSweep(): Promise<void>;
  /** As it is set, or with other settings. */
  startSweep(settings?: SweepSettings): Promise<void>;
  /** Trains the trials that are left. */
  goOnWithSweep(): Promise<void>;
  pauseSweep(): Promise<void>;
  resumeSweep(): Promise<void>;
  /** The trials that are done stay. */
  stopSweep(): Promise<void>;
  /** Finds the sweep that was begun at an earlier visit. */
  findSweep(): Promise<void>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly sweep: SweepState;
  }
  interface NotebookActions extends SweepActions {}
}
