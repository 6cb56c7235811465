import { fitBiases, predictBiases } from '../core/baselines.ts';
import { featureLists, featureSizes } from '../core/feature-lists.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { Lists } from '../core/lists.ts';
import { groupSize, isPairwise } from '../core/loss.ts';
import { rmse } from '../core/metrics.ts';
import { type Calendar, createCalendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import { holdToScale } from '../core/rating-scale.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Split } from '../core/split/parts.ts';
import { splitRatings } from '../core/split.ts';
import { createTarget, summarise, type Target, toTarget } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import { columnsOf, type Graph } from '../models/graph.ts';
import { networkOf } from '../models/registry.ts';
import type { Material } from '../training/epochs.ts';
import { preparePairs } from './prepare-pairs.ts';

/** What every run goes by, whatever its model. */
export interface PreparedParts {
  readonly configuration: Configuration;
  readonly split: Split;
  readonly target: Target;
  /** With a pairwise loss pairs, one after the other, as are those held out. */
  readonly train: Examples;
  /** Of the examples to train on, or pairs. */
  readonly count: number;
  /** Of how many examples a batch is. */
  readonly trainerBatch: number;
  readonly moviesOf: Material['moviesOf'];
  readonly validation: Examples;
  /** Without examples where the split has no test part. */
  readonly test: Examples;
  /** 1 where a rating was held out of training, by position in the ratings. */
  readonly heldOut: Uint8Array;
  /** Validation RMSE in stars. */
  readonly baselines: { readonly globalMean: number; readonly biases: number };
  /** Of validation pairs ranked by the movies' numbers of ratings alone; null of stars. */
  readonly popularAuc: number | null;
}

/** Everything of a network's run that is settled before its first step. */
export interface PreparedRun extends PreparedParts {
  readonly graph: Graph;
  /** What the graph's bags add up. */
  readonly lists: Lists;
  /** Null where the graph does not look at the time. */
  readonly calendar: Calendar | null;
}

/** Splits the ratings, measures the baselines on the same split and builds the graph. */
export function prepareRun(configuration: Configuration, ratings: Ratings): PreparedRun {
  const split = splitRatings(ratings, configuration);
  const stars = summarise(pick(ratings.stars, split.train));
  const target = createTarget(configuration.target, ratings.scale, stars);
  const context = {
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    scale: ratings.scale,
    stars,
    target,
    features: featureSizes(ratings),
  };
  const graph = networkOf(configuration).build(configuration, context);
  const calendar = columnsOf(graph).length > 2 ? createCalendar(ratings, split.train) : null;
  return {
    ...partsOf(configuration, ratings, split, target, calendar),
    graph,
    lists: featureLists(ratings, split.train, configuration),
    calendar,
  };
}

/** Splits the ratings for a model that predicts stars as they are. */
export function prepareParts(configuration: Configuration, ratings: Ratings): PreparedParts {
  return partsOf(configuration, ratings, splitRatings(ratings, configuration), { offset: 0, scale: 1 }, null);
}

function partsOf(
  configuration: Configuration,
  ratings: Ratings,
  split: Split,
  target: Target,
  calendar: Calendar | null,
): PreparedParts {
  const examplesAt = (positions: Int32Array) => pickExamples(ratings, positions, target, calendar);
  const heldOut = new Uint8Array(ratings.count);
  for (const part of [split.validation, split.test]) for (const at of part) heldOut[at] = 1;
  const pairs = isPairwise(configuration.loss) ? preparePairs(ratings, split, calendar, configuration.seed) : null;
  const train = pairs?.train ?? examplesAt(split.train);
  const size = groupSize(configuration.loss);
  return {
    configuration,
    split,
    target,
    train,
    count: train.targets.length / size,
    trainerBatch: configuration.batchSize * size,
    moviesOf: pairs?.moviesOf,
    validation: pairs?.validation ?? examplesAt(split.validation),
    test: pairs?.test ?? examplesAt(split.test),
    heldOut,
    baselines: measureBaselines(ratings, split),
    popularAuc: pairs?.popularAuc ?? null,
  };
}

function pickExamples(
  { users, movies, stars }: Ratings,
  positions: Int32Array,
  target: Target,
  calendar: Calendar | null,
): Examples {
  return {
    users: pick(users, positions),
    movies: pick(movies, positions),
    targets: pick(stars, positions).map((value) => toTarget(value, target)),
    when: calendar?.at(positions),
  };
}

function measureBaselines(ratings: Ratings, { train, validation }: Split): PreparedParts['baselines'] {
  const biases = fitBiases(ratings, train);
  const wanted = pick(ratings.stars, validation);
  return {
    globalMean: rmse(new Float32Array(wanted.length).fill(biases.mean), wanted),
    biases: rmse(holdToScale(predictBiases(biases, ratings, validation), ratings.scale), wanted),
  };
}
