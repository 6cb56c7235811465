import type { FittedModel } from '../core/fitted-model.ts';
import type { RunId, RunName } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import type { ObservedTrainer } from '../engines/observe.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LabData } from './loaded-data.ts';
import type { Predictor } from './predictor.ts';
import type { PreparedParts, PreparedRun } from './prepare-run.ts';

/** A trained model with all that it needs to recommend: it may outlive the data that is loaded. */
export interface Model {
  readonly runId: RunId;
  readonly data: LabData;
  readonly parts: PreparedParts;
  readonly predictor: Predictor;
  /** The network with its engine, to look into; null where the model is fitted in closed form. */
  readonly network: NetworkRun | null;
  /** What was fitted in closed form, to look into. */
  readonly fitted?: FittedModel;
}

/** One training of a network on an engine. */
export interface NetworkRun extends RunName {
  readonly data: LabData;
  readonly prepared: PreparedRun;
  readonly chosen: ChosenEngine;
  readonly trainer: ObservedTrainer;
  /** What it comes to: the same object for as long as it stays on its engine. */
  readonly model: Model;
  checkpoint: Checkpoint;
}
