import { fitBaseline } from '../core/fit-baseline.ts';
import type { FittedModel } from '../core/fitted-model.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { withPauses } from '../core/in-slices.ts';
import { rmse } from '../core/metrics.ts';
import type { BaselineName } from '../core/model-name.ts';
import { createRandom } from '../core/random.ts';
import { holdToScale } from '../core/rating-scale.ts';
import type { Ratings } from '../core/ratings.ts';
import type { EngineReport, EpochReport, RunEvent, RunName, RunStart } from '../core/run-report.ts';
import { samplePositions } from '../core/sample.ts';
import type { CreateSymmetricMatrix } from '../core/symmetric-matrix.ts';
import type { Examples } from '../engines/trainer.ts';
import { BASELINES } from '../models/registry.ts';
import { measureErrors, UNMEASURED } from '../training/errors.ts';
import type { RunControl } from '../training/run-control.ts';
import type { LabData } from './loaded-data.ts';
import type { Model } from './model.ts';
import type { Predictor } from './predictor.ts';
import type { PreparedParts } from './prepare-run.ts';

export type BaselineConfiguration = Configuration & { readonly model: BaselineName };

const PLAIN: EngineReport = {
  name: 'closed-form',
  label: 'Plain JavaScript in the worker',
  reason: 'This model is fitted directly, without steps, so it needs no engine.',
  checks: [],
};

const SIMD: EngineReport = { ...PLAIN, label: 'WebAssembly SIMD, 1 thread' };

/** How long a fit works before it tells how far it is and lets messages in. */
const SLICE_MILLISECONDS = 50;
const PAIRS_AT_ONCE = 4096;
/** So many of the training ratings at most are predicted for their error: enough for its third digit, and far cheaper than all. */
const TRAIN_SAMPLE = 50_000;

/** A configuration of a model that is fitted in one go: whatever it says of losses and epochs, there is one of each. */
export const fitConfiguration = (configuration: BaselineConfiguration): BaselineConfiguration => ({
  ...configuration,
  loss: 'squared',
  epochs: 1,
  patience: 0,
});

/** Fits a model and reports it as a run of one epoch. Null where it was stopped before it was done: there is nothing to use then. */
export async function* fitModel(
  name: RunName,
  data: LabData,
  parts: PreparedParts & { readonly configuration: BaselineConfiguration },
  control: RunControl,
  createMatrix: CreateSymmetricMatrix | null = null,
): AsyncGenerator<RunEvent, Model | null> {
  const { configuration, split, count, validation } = parts;
  yield { kind: 'run-started', run: describeFit(name, data, parts), epochs: [] };
  const startedAt = performance.now();
  const sample = sampleOf(parts);
  const fitted = yield* reportFit(
    fitBaseline(configuration.model, data.ratings, split.train, configuration, createMatrix),
    count,
    control,
  );
  const predicted = fitted && (yield* reportFit(predictAll(fitted, sample), count, control));
  if (fitted === null || predicted === null) return null;
  const { scale } = data.ratings;
  const held = holdToScale(fitted.predict(validation.users, validation.movies), scale);
  const epoch: EpochReport = {
    epoch: 1,
    trainError: rmse(holdToScale(predicted, scale), sample.targets),
    ...(held.length > 0 ? measureErrors('squared', held, validation.targets) : UNMEASURED),
    learningRate: 0,
    seconds: (performance.now() - startedAt) / 1000,
  };
  yield { kind: 'epoch', epoch };
  return { runId: name.runId, data, parts, predictor: fittedPredictor(fitted, data.ratings), network: null, fitted };
}

/** It needs no engine that could be lost, and holds nothing to be freed. */
export function fittedPredictor(fitted: FittedModel, ratings: Ratings): Predictor {
  return {
    predict: async ({ users, movies }) => holdToScale(fitted.predict(users, movies), ratings.scale),
    score: async (users) => ({
      get stars() {
        const { pairs, movies } = everyPair(users, ratings.movieIds.size);
        return holdToScale(fitted.predict(pairs, movies), ratings.scale);
      },
      ranking: scoreAll(fitted, users, ratings.movieIds.size),
    }),
    ...(fitted.fold && { fold: foldBy(fitted.fold, ratings) }),
    lost: new AbortController().signal,
    dispose: () => undefined,
  };
}

const foldBy =
  (fold: NonNullable<FittedModel['fold']>, { scale }: Ratings): NonNullable<Predictor['fold']> =>
  (rated) => {
    const { predicted, scores } = fold(rated);
    return { stars: holdToScale(predicted, scale), ranking: scores };
  };

/** Each user with every movie, (users × movies). */
function everyPair(users: Int32Array, count: number): { readonly pairs: Int32Array; readonly movies: Int32Array } {
  const pairs = new Int32Array(users.length * count);
  const movies = new Int32Array(users.length * count);
  const all = Int32Array.from({ length: count }, (_, movie) => movie);
  users.forEach((user, i) => {
    pairs.fill(user, i * count, (i + 1) * count);
    movies.set(all, i * count);
  });
  return { pairs, movies };
}

function scoreAll(fitted: FittedModel, users: Int32Array, movies: number): Float32Array {
  const scores = new Float32Array(users.length * movies);
  users.forEach((user, i) => {
    scores.set(fitted.score(user), i * movies);
  });
  return scores;
}

/** The training ratings that the training error is measured on. */
function sampleOf({ configuration, train }: PreparedParts): Examples {
  const { users, movies, targets } = train();
  const positions = samplePositions(targets.length, TRAIN_SAMPLE, createRandom(configuration.seed, 'train-sample'));
  return {
    users: positions.map((at) => users[at] as number),
    movies: positions.map((at) => movies[at] as number),
    targets: Float32Array.from(positions, (at) => targets[at] as number),
  };
}

/** Does work that yields the share done, and reports it; null where it was stopped. */
async function* reportFit<Result>(
  work: Generator<number, Result, void>,
  ratings: number,
  control: RunControl,
): AsyncGenerator<RunEvent, Result | null> {
  const startedAt = performance.now();
  const slices = withPauses(work, SLICE_MILLISECONDS);
  for (;;) {
    const next = await slices.next();
    if (next.done) return next.value;
    yield progressOf(next.value, ratings, (performance.now() - startedAt) / 1000);
    if (control.stopped) return null;
  }
}

function progressOf(share: number, ratings: number, seconds: number): RunEvent {
  const progress = {
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
  { runId, number }: RunName,
  { summary }: LabData,
  { configuration, count, validation, test, baselines }: PreparedParts & { readonly configuration: BaselineConfiguration },
): RunStart {
  return {
    runId,
    number,
    configuration,
    data: summary,
    engine: configuration.model === 'ease' ? SIMD : PLAIN,
    trainRatings: count,
    trainMeasured: Math.min(count, TRAIN_SAMPLE),
    validationRatings: validation.targets.length,
    testRatings: test.targets.length,
    parameters: BASELINES[configuration.model].learns(summary).reduce((sum, { numbers }) => sum + numbers, 0),
    baselines,
    popularAuc: null,
  };
}
