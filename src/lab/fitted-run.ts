import { yieldToMessages } from '../core/clock.ts';
import { fitBaseline } from '../core/fit-baseline.ts';
import type { FittedModel } from '../core/fitted-model.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { rmse } from '../core/metrics.ts';
import type { BaselineName } from '../core/model-name.ts';
import { createRandom } from '../core/random.ts';
import { holdToScale } from '../core/rating-scale.ts';
import { samplePositions } from '../core/sample.ts';
import type { Examples } from '../engines/trainer.ts';
import { BASELINES } from '../models/registry.ts';
import { measureErrors } from '../training/errors.ts';
import type { RunControl } from '../training/run-control.ts';
import { type PreparedParts, prepareParts } from './prepare-run.ts';
import type { EngineReport, EpochReport, LabEvent, RunStart } from './protocol.ts';
import type { LabData } from './run.ts';

/** A model that was fitted in one go, with all that it needs to recommend. */
export interface FittedRun {
  readonly runId: number;
  readonly data: LabData;
  readonly prepared: PreparedParts;
  readonly model: FittedModel;
}

export type BaselineConfiguration = Configuration & { readonly model: BaselineName };

const ENGINE: EngineReport = {
  name: 'closed-form',
  label: 'Plain JavaScript in the worker',
  reason: 'This model is fitted in one go; there are no steps for an engine to take.',
  checks: [],
};

/** How long a fit works before it tells how far it is and lets messages in. */
const SLICE_MILLISECONDS = 50;
const PAIRS_AT_ONCE = 4096;
/** So many of the training ratings at most are predicted for their error: enough for its third digit, and far cheaper than all. */
const TRAIN_SAMPLE = 50_000;

/**
 * Fits a model and reports it as a run of one epoch. Null where it was stopped before it was done: there is nothing to use then.
 */
export async function* fitRun(
  runId: number,
  data: LabData,
  { model, ...settings }: BaselineConfiguration,
  control: RunControl,
): AsyncGenerator<LabEvent, FittedRun | null> {
  const configuration = { ...settings, model, loss: 'squared', epochs: 1, patience: 0 } as const;
  const prepared = prepareParts(configuration, data.ratings);
  yield { kind: 'run-started', run: describeFit(runId, data, prepared, model), epochs: [] };
  const startedAt = performance.now();
  const sample = sampleOf(prepared);
  const fitted = yield* inSlices(fitBaseline(model, data.ratings, prepared.split.train, configuration), runId, prepared, control);
  const train = fitted && (yield* inSlices(predictAll(fitted, sample), runId, prepared, control));
  if (fitted === null || train === null) return null;
  const { scale } = data.ratings;
  const validation = holdToScale(fitted.predict(prepared.validation.users, prepared.validation.movies), scale);
  const epoch: EpochReport = {
    runId,
    epoch: 1,
    trainError: rmse(holdToScale(train, scale), sample.targets),
    ...measureErrors('squared', validation, prepared.validation.targets),
    learningRate: 0,
    seconds: (performance.now() - startedAt) / 1000,
  };
  yield { kind: 'epoch', epoch };
  return { runId, data, prepared, model: fitted };
}

/** The training ratings that the training error is measured on. */
function sampleOf({ configuration, train: { users, movies, targets } }: PreparedParts): Examples {
  const positions = samplePositions(targets.length, TRAIN_SAMPLE, createRandom(configuration.seed, 'train-sample'));
  return {
    users: positions.map((at) => users[at] as number),
    movies: positions.map((at) => movies[at] as number),
    targets: Float32Array.from(positions, (at) => targets[at] as number),
  };
}

/** Runs work that yields the share done to its end, a slice of time after another; null where it was stopped. */
async function* inSlices<Result>(
  work: Generator<number, Result>,
  runId: number,
  { train }: PreparedParts,
  control: RunControl,
): AsyncGenerator<LabEvent, Result | null> {
  const startedAt = performance.now();
  let slice = startedAt;
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    const now = performance.now();
    if (now - slice < SLICE_MILLISECONDS) continue;
    yield progressOf(runId, next.value, train.targets.length, (now - startedAt) / 1000);
    await yieldToMessages();
    if (control.stopped) return null;
    slice = performance.now();
  }
}

function progressOf(runId: number, share: number, ratings: number, seconds: number): LabEvent {
  const progress = {
    runId,
    epoch: 1,
    step: Math.floor(share * 100),
    stepsPerEpoch: 100,
    trainError: null,
    ratingsPerSecond: (share * ratings) / seconds,
    secondsLeft: share > 0 ? (seconds * (1 - share)) / share : null,
    paused: false,
  };
  return { kind: 'run-progress', progress };
}

function* predictAll(model: FittedModel, { users, movies }: Examples): Generator<number, Float32Array> {
  const predictions = new Float32Array(users.length);
  for (let from = 0; from < users.length; from += PAIRS_AT_ONCE) {
    const to = from + PAIRS_AT_ONCE;
    predictions.set(model.predict(users.subarray(from, to), movies.subarray(from, to)), from);
    yield from / users.length;
  }
  return predictions;
}

function describeFit(
  runId: number,
  { summary }: LabData,
  { configuration, train, validation, test, baselines }: PreparedParts,
  model: BaselineName,
): RunStart {
  return {
    runId,
    configuration,
    data: summary,
    engine: ENGINE,
    trainRatings: train.targets.length,
    trainMeasured: Math.min(train.targets.length, TRAIN_SAMPLE),
    validationRatings: validation.targets.length,
    testRatings: test.targets.length,
    parameters: BASELINES[model].learns(summary).reduce((sum, { numbers }) => sum + numbers, 0),
    baselines,
    popularAuc: null,
  };
}
