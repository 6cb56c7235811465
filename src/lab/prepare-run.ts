import { LabError } from '../core/errors.ts';
import { featureLists, featureSizes } from '../core/feature-lists.ts';
import { type Configuration, SETTINGS } from '../core/hyperparameters.ts';
import { type ListTask, listedUsers, listTaskOf } from '../core/list-task.ts';
import type { Lists, RowLists } from '../core/lists.ts';
import { type Groups, groupSize, isPairwise } from '../core/loss.ts';
import { type Calendar, createCalendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import { likedFrom, likedMovies } from '../core/preferences.ts';
import type { Ratings } from '../core/ratings.ts';
import { formatNumber } from '../core/settings/format.ts';
import type { Split } from '../core/split/parts.ts';
import { type Target, toTarget } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import { buildNetwork } from '../models/build-network.ts';
import { columnsOf, type Graph, tableHeight } from '../models/graph.ts';
import type { Material as EpochMaterial } from '../training/epochs.ts';
import type { Material } from './material.ts';

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
  /** Of a pairwise loss. */
  readonly groups: Groups | undefined;
  readonly moviesOf: EpochMaterial['moviesOf'];
  readonly validation: Examples;
  /** Without examples where the split has no test part. */
  readonly test: Examples;
  /** 1 where a rating was held out of training, by position in the ratings. */
  readonly heldOut: Uint8Array;
  /** Validation RMSE in stars. */
  readonly baselines: Material['baselines'];
  /** Of validation pairs ranked by the movies' numbers of ratings alone; null of stars. */
  readonly popularAuc: number | null;
}

/** Everything of a network's run that is settled before its first step. */
export interface PreparedRun extends PreparedParts {
  readonly graph: Graph;
  /** What the graph's bags add up. */
  readonly lists: Lists;
  /** What a second head learns; undefined where the graph has none. */
  readonly listTask: ListTask | undefined;
  /** Null where the graph does not look at the time. */
  readonly calendar: Calendar | null;
}

/** Builds the graph, and the examples that its training and its measures look at. */
export function prepareRun(configuration: Configuration, ratings: Ratings, material: Material): PreparedRun {
  const { split, stars } = material;
  const { graph, target } = buildNetwork(configuration, {
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    scale: ratings.scale,
    features: featureSizes(ratings),
    stars,
  });
  const calendar = columnsOf(graph).length > 2 ? createCalendar(ratings, split.train) : null;
  return {
    ...partsOf(configuration, ratings, material, target, calendar),
    graph,
    lists: featureLists(ratings, split.train, configuration),
    listTask: graph.list && prepareList(configuration, ratings, split),
    calendar,
  };
}

/** Throws a LabError of code `no-split` where there is no like to learn from, or none to measure a list by that is all that is learned. */
function prepareList(configuration: Configuration, ratings: Ratings, { train, validation }: Split): ListTask {
  const least = formatNumber(likedFrom(ratings.scale));
  const likes = (positions: Int32Array): RowLists => likedMovies(ratings, positions);
  const task = listTaskOf(configuration, likes(train), ratings, train);
  if (listedUsers(task.liked, ratings.movieIds.size).length === 0) throw noLikes('learn from', least);
  if (configuration.listWeight === 1 && likes(validation).rows.length === 0) throw noLikes('hold out', least);
  return task;
}

const noLikes = (what: string, least: string): LabError =>
  new LabError(
    'no-split',
    `The list has nothing to ${what}: nobody there gave ${least} stars or more, or else they gave it to every movie.`,
    `Put “${SETTINGS.listWeight.label}” at 0, or take other ratings.`,
  );

/** Whom an epoch of the list task visits; undefined where there is none. */
export const listUsersOf = ({ listTask, graph }: PreparedRun): Int32Array | undefined =>
  listTask && listedUsers(listTask.liked, tableHeight(graph, 'movie'));

/** The examples of a model that predicts stars as they are. */
export function prepareParts(configuration: Configuration, ratings: Ratings, material: Material): PreparedParts {
  return partsOf(configuration, ratings, material, { offset: 0, scale: 1 }, null);
}

function partsOf(
  configuration: Configuration,
  ratings: Ratings,
  { split, heldOut, baselines, pairs: pairsOf }: Material,
  target: Target,
  calendar: Calendar | null,
): PreparedParts {
  const examplesAt = (positions: Int32Array) => pickExamples(ratings, positions, target, calendar);
  const pairs = isPairwise(configuration.loss) ? pairsOf(calendar, configuration) : null;
  const train = pairs?.train ?? examplesAt(split.train);
  const size = groupSize(configuration);
  return {
    configuration,
    split,
    target,
    train,
    count: train.targets.length / size,
    trainerBatch: configuration.batchSize * size,
    groups: pairs?.groups,
    moviesOf: pairs?.moviesOf,
    validation: pairs?.validation ?? examplesAt(split.validation),
    test: pairs?.test ?? examplesAt(split.test),
    heldOut,
    baselines,
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
