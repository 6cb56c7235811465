import type { DataSummary } from './data-summary.ts';
import type { EngineCheck } from './engine-check.ts';
import type { LabErrorData } from './errors.ts';
import type { Configuration } from './hyperparameters.ts';
import type { RunOutcome } from './run.ts';

/** Names a run for good: in this page, in the browser's storage, in files. */
export type RunId = string;

/** What a run is called. */
export interface RunName {
  readonly runId: RunId;
  /** Counts runs from 1, on from those of former visits where they are known. */
  readonly number: number;
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

export interface RunStart extends RunName {
  readonly configuration: Configuration;
  /** What it is trained on; other data may be loaded by now. */
  readonly data: DataSummary;
  readonly engine: EngineReport;
  /** With a pairwise loss pairs, as are those held out. */
  readonly trainRatings: number;
  /** How many of these the training error is measured on: fewer where they are drawn by the seed. */
  readonly trainMeasured: number;
  /** 0 where nothing is held out. */
  readonly validationRatings: number;
  /** 0 where the split has no test part. */
  readonly testRatings: number;
  readonly parameters: number;
  /** Validation RMSE in stars of what needs no training; null where nothing is held out. */
  readonly baselines: { readonly globalMean: number; readonly biases: number } | null;
  /** With a pairwise loss the share of validation pairs that popularity alone ranks right; null of others, and where nothing is held out. */
  readonly popularAuc: number | null;
  /** Whose lists are judged after every epoch: how many users, and the NDCG@10 of the most popular movies for them; absent where none are. */
  readonly listSample?: { readonly users: number; readonly popular: number } | undefined;
}

export interface RunProgress {
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
  /** From 1. */
  readonly epoch: number;
  /** RMSE in stars, or the pairwise loss: over the epoch's steps as they went. */
  readonly trainError: number;
  /** The same after the epoch, on what is held out; null where nothing is. */
  readonly validationError: number | null;
  /** Mean absolute error in stars after the epoch; null of scores, and where nothing is held out. */
  readonly validationMae: number | null;
  /** The share of validation pairs ranked right after the epoch; null of stars. */
  readonly validationAuc: number | null;
  /** NDCG@10 of the lists of a few users after the epoch (`RunStart.listSample`); absent where none was measured. */
  readonly sampleNdcg?: number | undefined;
  /** Of a sampler: the validation error of its last sample alone; absent of others. */
  readonly sampleError?: number;
  /** Of its last step. */
  readonly learningRate: number;
  /** Training and validation, without pauses and the waits of a pace. */
  readonly seconds: number;
}

export interface RunEnd {
  readonly outcome: RunOutcome;
  /** The epoch whose weights were taken, as the best one; null where the last weights stay. */
  readonly taken: number | null;
}

export interface RunSummary extends RunEnd {
  readonly runId: RunId;
  /** Of work: without pauses and the waits of a pace. */
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

/** What a run reports on its way, in this order. */
export type RunEvent =
  /** With the epochs that it has behind it already, where it goes on from a kept state. */
  | { readonly kind: 'run-started'; readonly run: RunStart; readonly epochs: readonly EpochReport[] }
  | { readonly kind: 'run-progress'; readonly progress: RunProgress }
  | { readonly kind: 'epoch'; readonly epoch: EpochReport }
  /** The engine was lost; the run goes on with another, from the weights of its last whole epoch. */
  | { readonly kind: 'engine-replaced'; readonly engine: EngineReport; readonly epochsDone: number; readonly because: string }
  /** What is trained from now on cannot be taken up again at the next visit; with null it can, after all. */
  | { readonly kind: 'run-not-kept'; readonly error: LabErrorData | null }
  /** From now on this run's weights recommend. */
  | { readonly kind: 'weights-in-use' };
