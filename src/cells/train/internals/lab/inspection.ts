import { LabError } from '../../../../core/errors.ts';
import { findUser } from '../../../../core/find-user.ts';
import type { MovieIndex, UserIndex } from '../../../../core/ids.ts';
import { createListBatches, type ListBatch, type ListTask, listedUsers } from '../../../../core/list-task.ts';
import { groupSize, ranksOnly } from '../../../../core/loss.ts';
import { readableTitle } from '../../../../core/movie-title.ts';
import { pick } from '../../../../core/pick.ts';
import { isHeldOut } from '../../../../core/split/parts.ts';
import { toTarget } from '../../../../core/target.ts';
import { positionsOf } from '../../../../core/user-positions.ts';
import { inspectPair, inspectStep } from '../../../../engines/inspect.ts';
import type { ComingBatch, StepRecord } from '../../../../engines/observe.ts';
import { pairsAt } from '../../../../engines/pairs.ts';
import { sampleSize, tableStatistics } from '../../../../engines/table-statistics.ts';
import type { Examples, TrainerState } from '../../../../engines/trainer.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import { tableHeight, type Weights } from '../../../../models/graph.ts';
import type { Inspection, InspectionRequest, WatchedRating, WeightReport } from '../contract.ts';

/** A run to inspect. */
export interface InspectedRun {
  readonly run: NetworkRun;
  /** Whether it takes no steps at the moment, so that its weights can be read as they are. */
  readonly isHalted: boolean;
}

/** Reads the numbers of a run, and leaves the run as it is. */
export interface Inspector {
  inspect(run: InspectedRun, request: InspectionRequest): Promise<Inspection>;
  measureWeights(run: InspectedRun): Promise<WeightReport>;
}

/** A run's state at one moment, and the step that led there. */
interface Moment {
  readonly version: number;
  readonly state: TrainerState;
  readonly last: StepRecord | null;
}

/** How many ratings of a user are offered to be watched. */
const OFFERED = 100;

/** Keeps the last two states that were read, so that the step between them can be shown with its numbers. */
export function createInspector(): Inspector {
  let seen: { readonly trainer: NetworkRun['trainer']; readonly before: Moment | null; readonly now: Moment } | null = null;

  async function look({ trainer }: NetworkRun): Promise<typeof seen> {
    const { version, last } = trainer;
    const known = seen?.trainer === trainer ? seen : null;
    if (known?.now.version === version) return known;
    const state = await trainer.readState();
    // The run took a step while its state was read, so the state may be partly of one step and partly of the next.
    if (trainer.version !== version) return null;
    seen = { trainer, before: known?.now ?? null, now: { version, state, last } };
    return seen;
  }

  async function inspect({ run, isHalted }: InspectedRun, request: InspectionRequest): Promise<Inspection> {
    if (ranksOnly(run.prepared.configuration)) throw noSingleRatings();
    const moments = isHalted ? await look(run) : null;
    const last = moments?.now.last ?? null;
    const train = run.prepared.train();
    const offered = ratingsToWatch(run, train, last, moments && run.trainer.next, request);
    const rating = offered.find(({ movieId }) => movieId === request.movieId) ?? (offered[0] as WatchedRating);
    const { graph, lists, listTask, calendar, target } = run.prepared;
    const { ratings } = run.data;
    const user = ratings.userIds.indexOf(rating.userId) as number;
    const pair = {
      user,
      movie: ratings.movieIds.indexOf(rating.movieId) as number,
      when: calendar?.latest(Int32Array.of(user)),
    };
    const { before, now } = moments ?? {};
    const isOneStep = before && now && now.state.steps === before.state.steps + 1;
    const { loss, optimizer, momentum, clip, seed } = run.prepared.configuration;
    const options = {
      graph,
      examples: train,
      lists,
      listTask,
      loss,
      optimizer,
      momentum,
      clip,
      batchSize: run.prepared.trainerBatch,
      seed,
    };
    const step = isOneStep && last ? inspectStep({ options, record: last, before: before.state, after: now.state }, pair) : null;
    return {
      runId: run.runId,
      moment: now ? 'now' : 'epoch-end',
      rating,
      offered,
      target,
      view: inspectPair(graph, weightsOf(run, now), pair, toTarget(rating.stars, target), lists),
      step: step && {
        ...step,
        momentum,
        clip,
        examples: step.examples.map((example) => ({
          ...example,
          ...describe(run, train.users[example.position] as UserIndex, train.movies[example.position] as MovieIndex),
        })),
      },
    };
  }

  async function measureWeights({ run, isHalted }: InspectedRun): Promise<WeightReport> {
    const moments = isHalted ? await look(run) : null;
    const { graph, lists, listTask, groups, configuration } = run.prepared;
    const sample = sampleOf(run.prepared.train(), sampleSize(graph), groupSize(configuration));
    const weights = weightsOf(run, moments?.now);
    const list = listTask && { task: listTask, batch: listSampleOf(listTask, run) };
    return {
      runId: run.runId,
      moment: moments ? 'now' : 'epoch-end',
      examples: sample.targets.length,
      listUsers: list?.batch.users.length ?? 0,
      tables: tableStatistics(graph, weights, sample, lists, configuration.loss, groups, list),
    };
  }

  return { inspect, measureWeights };
}

const weightsOf = (run: NetworkRun, now: Moment | undefined): Weights => now?.state.weights ?? run.checkpoint.state.weights;

/** The ratings of a user, those of the next and the last batch first, then what was learned from, best first. */
function ratingsToWatch(
  run: NetworkRun,
  train: Examples,
  last: StepRecord | null,
  next: ComingBatch | null,
  { userId }: InspectionRequest,
): readonly WatchedRating[] {
  const { ratings } = run.data;
  const { split, configuration } = run.prepared;
  const { size } = ratings.movieIds;
  const keysOf = (of: ComingBatch | null): ReadonlyMap<number, number> => {
    const batch = of?.order.subarray(of.index * configuration.batchSize, (of.index + 1) * configuration.batchSize) ?? [];
    return new Map([...batch].map((at) => [(train.users[at] as number) * size + (train.movies[at] as number), at]));
  };
  const [lastBatch, nextBatch] = [keysOf(last), keysOf(next)];
  const [example = 0] = [...nextBatch.values(), ...lastBatch.values()];
  const user = userId === null ? (train.users[example] as UserIndex) : findUser(ratings, userId);
  const ranked = positionsOf(ratings, user).map((at): WatchedRating & { readonly rank: number } => {
    const movie = ratings.movies[at] as MovieIndex;
    const key = user * size + movie;
    const batch = nextBatch.has(key) ? 'next' : lastBatch.has(key) ? 'last' : null;
    const held = isHeldOut(split, at);
    const stars = ratings.stars[at] as number;
    const rank = (batch === 'next' ? 0 : batch === 'last' ? 1 : held ? 3 : 2) * 10 - stars;
    return { ...describe(run, user, movie), stars, heldOut: held, batch, rank };
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, OFFERED)
    .map(({ rank: _, ...rating }) => rating);
}

function describe({ data: { ratings } }: NetworkRun, user: UserIndex, movie: MovieIndex) {
  return {
    userId: ratings.userIds.idOf(user),
    movieId: ratings.movieIds.idOf(movie),
    title: readableTitle(ratings.catalogue[movie]?.title ?? ''),
  };
}

/** A pair's gradient is not that of two ratings. */
const noSingleRatings = (): LabError =>
  new LabError(
    'no-model',
    'This run learns to rank, not from single ratings.',
    'Choose the aim Stars, or Stars and list, to follow one.',
  );

/** About so many as a step takes with the bundled data. */
const LIST_USERS = 8;

/** What a list's gradient is measured on: some users at equal distances, with the movies that a step compares. */
function listSampleOf(task: ListTask, { prepared: { graph, configuration } }: NetworkRun): ListBatch {
  const movies = tableHeight(graph, 'movie');
  const users = listedUsers(task.liked, movies);
  const count = Math.min(LIST_USERS, users.length);
  const some = Int32Array.from({ length: count }, (_, i) => users[Math.floor((i * users.length) / count)] as number);
  return createListBatches(task, movies, configuration.seed)(some, 0);
}

/** Examples at equal distances; of pairs both. */
function sampleOf(train: Examples, size: number, group: number): Examples {
  const groups = train.targets.length / group;
  const count = Math.min(Math.ceil(size / group), groups);
  const positions = Int32Array.from({ length: count * group }, (_, i) => {
    return Math.floor((Math.floor(i / group) * groups) / count) * group + (i % group);
  });
  return { ...pairsAt(train, positions), targets: pick(train.targets, positions) };
}
