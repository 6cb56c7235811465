import { fitBiases, predictBiases } from '../core/baselines.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { rmse } from '../core/metrics.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Split } from '../core/split/parts.ts';
import { splitRatings } from '../core/split.ts';
import { createTarget, summarise, type Target, toTarget } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import type { Graph } from '../models/graph.ts';
import { MODELS } from '../models/registry.ts';

/** Everything of a run that is settled before its first step. */
export interface PreparedRun {
  readonly configuration: Configuration;
  readonly graph: Graph;
  readonly target: Target;
  readonly train: Examples;
  readonly validation: Examples;
  /** Without examples where the split has no test part. */
  readonly test: Examples;
  /** 1 where a rating was held out of training, by position in the ratings. */
  readonly heldOut: Uint8Array;
  /** Validation RMSE in stars. */
  readonly baselines: { readonly globalMean: number; readonly biases: number };
}

/** Splits the ratings, measures the baselines on the same split and builds the graph. */
export function prepareRun(configuration: Configuration, ratings: Ratings): PreparedRun {
  const split = splitRatings(ratings, configuration);
  const stars = summarise(pick(ratings.stars, split.train));
  const target = createTarget(configuration.target, ratings.scale, stars);
  const context = { users: ratings.userIds.size, movies: ratings.movieIds.size, scale: ratings.scale, stars, target };
  const heldOut = new Uint8Array(ratings.count);
  for (const part of [split.validation, split.test]) for (const at of part) heldOut[at] = 1;
  return {
    configuration,
    graph: MODELS[configuration.model].build(configuration, context),
    target,
    train: examplesAt(ratings, split.train, target),
    validation: examplesAt(ratings, split.validation, target),
    test: examplesAt(ratings, split.test, target),
    heldOut,
    baselines: measureBaselines(ratings, split, stars.mean),
  };
}

function examplesAt({ users, movies, stars }: Ratings, positions: Int32Array, target: Target): Examples {
  return {
    users: positions.map((at) => users[at] as number),
    movies: positions.map((at) => movies[at] as number),
    targets: pick(stars, positions).map((value) => toTarget(value, target)),
  };
}

function measureBaselines(ratings: Ratings, { train, validation }: Split, mean: number): PreparedRun['baselines'] {
  const wanted = pick(ratings.stars, validation);
  return {
    globalMean: rmse(new Float32Array(wanted.length).fill(mean), wanted),
    biases: rmse(predictBiases(fitBiases(ratings, train), ratings, validation), wanted),
  };
}

const pick = (values: Float32Array, positions: Int32Array): Float32Array =>
  Float32Array.from(positions, (at) => values[at] as number);
