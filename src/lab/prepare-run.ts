import { LabError } from '../core/errors.ts';
import type { ListSample } from '../core/evaluate/list-sample.ts';
import { defaultThreshold } from '../core/evaluate/relevance.ts';
import { featureLists } from '../core/feature-lists.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { type ListTask, listedUsers, listTaskOf } from '../core/list-task.ts';
import type { Lists } from '../core/lists.ts';
import { type Groups, givesScores, groupSize } from '../core/loss.ts';
import type { Calendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import { likingsOf } from '../core/preferences.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunStart } from '../core/run-report.ts';
import { formatNumber } from '../core/settings/format.ts';
import type { Split } from '../core/split/parts.ts';
import type { StarsSummary, Target } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import { buildNetwork } from '../models/build-network.ts';
import { columnsOf, type Graph, tableHeight, type Weights } from '../models/graph.ts';
import type { Material as EpochMaterial } from '../training/epochs.ts';
import type { Material } from './material.ts';
import type { Pairwise } from './prepare-pairs.ts';

/** What every run goes by, whatever its model. */
export interface PreparedParts {
  readonly configuration: Configuration;
  readonly split: Split;
  readonly target: Target;
  /** With a pairwise loss pairs, one after the other; with `implicit` the liked ones. Where scores are learned, pairs are held out. */
  train(): Examples;
  /** The same for a trainer, which takes many piece by piece. */
  forTrainer(): Examples;
  /** Of the examples to train on, or pairs. */
  readonly count: number;
  /** Of the ratings to train on. */
  readonly stars: StarsSummary;
  /** Of how many examples a batch is. */
  readonly trainerBatch: number;
  /** Of a pairwise loss. */
  readonly groups: Groups | undefined;
  readonly moviesOf: EpochMaterial['moviesOf'];
  readonly validation: Examples;
  /** Without examples where the split has no test part. */
  readonly test: Examples;
  readonly baselines: RunStart['baselines'];
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
  /** Whose lists are judged after every epoch; null where no held-out movie is relevant. */
  readonly listSample: ListSample | null;
  /** What training starts from: the same each time it is asked for. */
  firstWeights(): Weights;
}

/** Builds the graph, and the examples that its training and its measures look at. */
export function prepareRun(configuration: Configuration, ratings: Ratings, material: Material): PreparedRun {
  const { split, stars } = material;
  const { graph, target } = buildNetwork(configuration, {
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    scale: ratings.scale,
    features: material.features(),
    stars,
  });
  const calendar = columnsOf(graph).length > 2 ? material.calendar() : null;
  return {
    ...partsOf(configuration, ratings, material, target, calendar),
    graph,
    lists: featureLists(ratings, split.train, configuration),
    listTask: graph.list && prepareList(configuration, ratings, material),
    calendar,
    listSample: material.listSample(configuration.minRatings),
    firstWeights: () => material.firstWeights(graph),
  };
}

/** Throws a LabError of code `no-split` where there is no like to learn from, or none to measure a list by that is all that is learned. */
function prepareList(configuration: Configuration, ratings: Ratings, { split, liked }: Material): ListTask {
  const least = formatNumber(defaultThreshold(ratings.scale));
  const task = listTaskOf(configuration, liked('train'), ratings, split.train);
  if (task.liked.rows.length === 0) throw noLikes('learn from', `nobody there gave ${least} stars or more`);
  if (listedUsers(task.liked, ratings.movieIds.size).length === 0) {
    throw noLikes('learn from', 'every user there who liked a movie liked all movies');
  }
  if (configuration.listWeight === 1 && configuration.split !== 'none' && liked('validation').rows.length === 0) {
    throw noLikes('hold out', `nobody there gave ${least} stars or more`);
  }
  return task;
}

const noLikes = (what: string, why: string): LabError =>
  new LabError('no-split', `The list has nothing to ${what}: ${why}.`, 'Choose the aim Stars, or load other ratings.');

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
  material: Material,
  target: Target,
  calendar: Calendar | null,
): PreparedParts {
  const { split, stars } = material;
  const pairs = givesScores(configuration.loss) ? material.pairs(calendar, configuration) : null;
  const liked = configuration.loss === 'implicit' && pairs ? likedExamples(configuration, ratings, material, pairs) : null;
  const scored = liked ?? pairs;
  const { train, forTrainer, validation, test } = scored
    ? { ...scored, train: (): Examples => scored.train, forTrainer: (): Examples => scored.train }
    : material.examples(target, calendar);
  const size = groupSize(configuration);
  return {
    configuration,
    split,
    target,
    train,
    forTrainer,
    count: scored ? scored.train.targets.length / size : split.train.length,
    stars,
    trainerBatch: configuration.batchSize * size,
    groups: liked ? undefined : pairs?.groups,
    moviesOf: liked ? undefined : pairs?.moviesOf,
    validation,
    test,
    baselines: material.baselines.result(),
    popularAuc: pairs?.popularAuc ?? null,
  };
}

/**
 * What is liked of the training part, with its weights; and the held-out pairs, of which the first counts as much as those on average, and
 * the second stands for all pairs: for as many as there are for each that is liked. Throws a LabError of code `no-split` where nothing is liked.
 */
function likedExamples(
  { liked, unobserved }: Configuration,
  ratings: Ratings,
  { split }: Material,
  { validation, test }: Pairwise,
): Readonly<Record<'train' | 'validation' | 'test', Examples>> {
  const { positions, weights } = likingsOf(liked, ratings, split.train);
  if (positions.length === 0) throw nothingLiked();
  const weight = weights.reduce((sum, each) => sum + each, 0) / positions.length;
  const others = (unobserved * ratings.userIds.size * ratings.movieIds.size) / positions.length;
  const weigh = (pairs: Examples): Examples => ({
    ...pairs,
    targets: pairs.targets.map((isLiked) => (isLiked ? weight : others)),
  });
  const train = {
    users: pick(ratings.users, positions),
    movies: pick(ratings.movies, positions),
    targets: weights,
  };
  return { train, validation: weigh(validation), test: weigh(test) };
}

const nothingLiked = (): LabError =>
  new LabError(
    'no-split',
    'No rating of the training part counts as liked.',
    'Count all ratings as liked, or those above the user’s own mean.',
  );
