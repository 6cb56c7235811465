import type { ListRequest } from '../src/cells/recommend/contract.ts';
import { chooseMovies, type OwnRating } from '../src/cells/recommend/lab/choose-movies.ts';
import { foldUser } from '../src/cells/recommend/lab/fold/fold-user.ts';
import { listOf } from '../src/cells/recommend/lab/fold/network-folding.ts';
import { sideOf, trainedNumbers } from '../src/cells/recommend/lab/fold/own-side.ts';
import { fixedWeights } from '../src/cells/recommend/lab/fold/weights.ts';
import { passesFilters } from '../src/cells/recommend/lab/movie-filters.ts';
import { ownAt } from '../src/cells/recommend/lab/recommendation.ts';
import type { Overrides } from '../src/core/hyperparameters.ts';
import type { UserIndex } from '../src/core/ids.ts';
import { sizeOf } from '../src/core/settings/data-size.ts';
import { resolve } from '../src/core/settings/defaults.ts';
import { positionsOf } from '../src/core/user-positions.ts';
import type { SimdHost } from '../src/engines/simd/host.ts';
import type { LabData } from '../src/lab/loaded-data.ts';
import type { Model } from '../src/lab/model.ts';
import { trainModel } from '../src/lab/train-run.ts';
import { listScores } from '../src/models/fold/terms.ts';
import { createUserNetwork } from '../src/models/fold/user-network.ts';
import { createRunControl } from '../src/training/run-control.ts';
import { openBench } from './evaluate.ts';

export { load } from './evaluate.ts';

const PLAIN: ListRequest = { count: 10, minRatings: 10 };
const REQUESTS: readonly ListRequest[] = [
  PLAIN,
  { ...PLAIN, minRatings: 1, rated: 'in' },
  { ...PLAIN, discount: 0.5, rated: 'learned-out' },
  { ...PLAIN, genre: 'Comedy', years: [1980, 1999] },
];

/** Scores closer than this may change places: those of the engine are single precision. */
const ROUNDING = 1e-4;

export interface ListsMeasured {
  readonly users: number;
  /** Lists in all that are not those of sorting all movies. */
  readonly wrong: number;
  /** Of an answer, scores included, in milliseconds of processor time, which what else runs on a machine hardly changes. */
  readonly median: number;
  readonly most: number;
  /** Of the ten first movies, how many come back on average where users are folded in by their training ratings; null where nobody can be. */
  readonly overlap: number | null;
  /** Of that, for a user. */
  readonly foldMedian: number | null;
  readonly foldMost: number | null;
  /** The same by five ratings alone, as of somebody who has just begun. */
  readonly foldFew: number | null;
}

/** Trains without a page and compares the lists of `users` users, spread evenly, with sorting all movies in double precision. */
export async function measureLists(
  data: LabData,
  host: SimdHost,
  overrides: Overrides,
  users: number,
  folded: number,
): Promise<ListsMeasured> {
  const model = await train(data, host, overrides);
  const all = data.ratings.userIds.size;
  const spread = (count: number) =>
    Array.from({ length: Math.min(count, all) }, (_, i) => Math.floor((i * all) / Math.min(count, all)) as UserIndex);
  const times: number[] = [];
  let wrong = 0;
  for (const user of spread(users)) {
    const own = positionsOf(data.ratings, user).map((at) => ownAt(model, at));
    const exact = await exactRanking(model, user);
    for (const request of REQUESTS) {
      const start = process.cpuUsage();
      const { movies } = chooseMovies(data, own, await model.predictor.score(Int32Array.of(user)), request);
      times.push(sinceMs(start));
      const best = sortAll(data, own, exact, request);
      const ids = movies.map(({ movieId }) => data.ratings.movieIds.indexOf(movieId) as number);
      if (!isSameList(ids, best)) wrong++;
    }
  }
  const fold = await foldBack(model, spread(folded));
  model.predictor.dispose();
  return { users: Math.min(users, all), wrong, median: middle(times), most: Math.max(...times), ...fold };
}

async function train(data: LabData, host: SimdHost, overrides: Overrides): Promise<Model> {
  let model: Model | null = null;
  const use = (trained: Model): boolean => {
    model = trained;
    return true;
  };
  const configuration = resolve(overrides, sizeOf(data.ratings.count));
  await trainModel(openBench(host), data, configuration, createRunControl(), { report: () => {}, use });
  if (model === null) throw new Error('The run ended without a model.');
  return model;
}

/** What movies are ranked by, of a network worked out from its weights in double precision. */
async function exactRanking(model: Model, user: UserIndex): Promise<Float64Array> {
  const { network, fitted } = model;
  if (!network) return Float64Array.from(fitted?.score(user) ?? []);
  const fixed = await fixedWeights(network);
  const learned = positionsOf(model.data.ratings, user).filter((at) => model.parts.heldOut[at] === 0);
  const rated = Int32Array.from(learned, (at) => model.data.ratings.movies[at] as number);
  const { graph, lists } = network.prepared;
  const exact = createUserNetwork(graph, fixed.weights, lists, sideOf(network, user, rated), fixed.shares);
  const own = trainedNumbers(exact, fixed.weights, user);
  const list = listOf(exact, fixed);
  if (list) return listScores(list, own);
  exact.turnTo(own);
  return Float64Array.from({ length: model.data.ratings.movieIds.size }, (_, movie) => exact.predict(movie));
}

const FEW = 5;

interface Place {
  readonly movie: number;
  readonly score: number;
}

/** All movies that pass, best first, of equal ones the lower id first. */
function sortAll(data: LabData, own: readonly OwnRating[], ranking: Float64Array, request: ListRequest): readonly Place[] {
  const { counts } = data.statistics;
  const { minRatings, rated = 'out', discount = 0 } = request;
  const isOut = new Set(
    own.filter(({ heldOut }) => rated === 'out' || (rated === 'learned-out' && !heldOut)).map(({ movie }) => movie),
  );
  const { passes } = passesFilters(data, request);
  const mean = ranking.reduce((sum, score) => sum + score, 0) / ranking.length;
  const deviation = Math.sqrt(ranking.reduce((sum, score) => sum + (score - mean) ** 2, 0) / ranking.length);
  const places = Array.from(
    ranking,
    (score, movie): Place => ({ movie, score: score - discount * deviation * Math.log10(Math.max(1, counts[movie] as number)) }),
  );
  return places
    .filter(({ movie }) => !isOut.has(movie as never) && passes[movie] === 1 && (counts[movie] as number) >= minRatings)
    .sort((a, b) => b.score - a.score || a.movie - b.movie);
}

/** Each place has the movie that belongs there, or one whose score is the same but for rounding. */
function isSameList(ids: readonly number[], best: readonly Place[]): boolean {
  const scores = new Map(best.map(({ movie, score }) => [movie, score]));
  const scale = Math.max(1, ...best.slice(0, 1).map(({ score }) => Math.abs(score)));
  const isRight = (id: number, place: number): boolean =>
    best[place]?.movie === id || Math.abs((scores.get(id) ?? Number.NaN) - (best[place]?.score as number)) < ROUNDING * scale;
  return ids.length === Math.min(PLAIN.count, best.length) && new Set(ids).size === ids.length && ids.every(isRight);
}

async function foldBack(
  model: Model,
  users: readonly UserIndex[],
): Promise<Pick<ListsMeasured, 'overlap' | 'foldMedian' | 'foldMost' | 'foldFew'>> {
  const { network, predictor, data } = model;
  if (!network && !predictor.fold) return { overlap: null, foldMedian: null, foldMost: null, foldFew: null };
  const times: number[] = [];
  const few: number[] = [];
  let shared = 0;
  for (const user of users) {
    const learned = positionsOf(data.ratings, user)
      .map((at) => ownAt(model, at))
      .filter(({ heldOut }) => !heldOut);
    const request = { ...PLAIN, rated: 'learned-out' } as const;
    const scoresBy = async (rated: readonly OwnRating[]) =>
      network ? (await foldUser(network, null, rated)).scores : (predictor.fold as NonNullable<typeof predictor.fold>)(rated);
    const begun = process.cpuUsage();
    chooseMovies(data, learned, await scoresBy(learned.slice(0, FEW)), request);
    few.push(sinceMs(begun));
    const start = process.cpuUsage();
    const scores = network ? (await foldUser(network, user, learned)).scores : await scoresBy(learned);
    const idsOf = (of: typeof scores) => chooseMovies(data, learned, of, request).movies.map(({ movieId }) => movieId);
    const ids = new Set(idsOf(scores));
    times.push(sinceMs(start));
    shared += idsOf(await predictor.score(Int32Array.of(user))).filter((id) => ids.has(id)).length / PLAIN.count;
  }
  return { overlap: shared / users.length, foldMedian: middle(times), foldMost: Math.max(...times), foldFew: middle(few) };
}

/** Of this process, with all its threads. */
function sinceMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] as number;
