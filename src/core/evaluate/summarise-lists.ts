import { createRandom } from '../random.ts';
import { bootstrap, type Estimate, weightedMean } from './bootstrap.ts';
import { appearances, coverageOf, giniOf, overlapOf } from './list-table.ts';
import type { ListScores } from './measure-lists.ts';
import { ACCURACY_NAMES, type AccuracyName, type TraitName } from './metric-name.ts';
import type { RankingTask } from './ranking-task.ts';

/** Null where a metric is undefined. */
export type ListFigures = Readonly<Record<AccuracyName | 'auc' | 'shown' | TraitName, Estimate | null>>;

const JUDGED = [...ACCURACY_NAMES, 'auc', 'shown'] as const;
const OF_LISTS = ['popularity', 'novelty', 'diversity'] as const;

/**
 * Means over users, with intervals. Coverage and Gini are of the set of all lists and have none: drawn users repeat each other's
 * lists, so that a resample always covers less. Where only some users were drawn, these two are null.
 */
export function summariseLists({ accuracy, traits, table }: ListScores, task: RankingTask, seed: number): ListFigures {
  const judged = bootstrap(accuracy.ndcg.length, randomOf(seed), (weights) =>
    JUDGED.map((name) => weightedMean(accuracy[name], weights)),
  );
  const movies = task.counts.length;
  const listed = bootstrap(task.users.length, randomOf(seed), (weights) => [
    ...OF_LISTS.map((name) => weightedMean(traits[name], weights)),
    overlapOf(table, movies, weights),
  ]);
  const found = appearances(table, movies);
  const isWhole = task.users.length === task.population;
  const named = Object.fromEntries([
    ...JUDGED.map((name, at) => [name, judged[at] ?? null]),
    ...[...OF_LISTS, 'overlap'].map((name, at) => [name, listed[at] ?? null]),
    ['coverage', isWhole ? exactly(coverageOf(found, task.catalogue)) : null],
    ['gini', isWhole ? exactly(giniOf(found.filter((_, movie) => (task.counts[movie] as number) > 0))) : null],
  ]);
  return named as ListFigures;
}

/** How much higher the NDCG of some lists is than that of others, for the same users. */
export function ndcgAhead(own: ListScores, others: ListScores, seed: number): Estimate | null {
  const ahead = own.accuracy.ndcg.map((value, user) => value - (others.accuracy.ndcg[user] as number));
  return bootstrap(ahead.length, randomOf(seed), (weights) => [weightedMean(ahead, weights)])[0] ?? null;
}

/** The mean NDCG of lists for some of their users; undefined where these are all, or some of them have no such list. */
export function ndcgOfSome({ judged, accuracy }: ListScores, users: Int32Array): number | undefined {
  if (users.length === judged.length || users.length === 0) return undefined;
  const places = users.map((user) => judged.indexOf(user));
  if (places.includes(-1)) return undefined;
  return places.reduce((sum, place) => sum + (accuracy.ndcg[place] as number), 0) / places.length;
}

const randomOf = (seed: number) => createRandom(seed, 'bootstrap');

const exactly = (value: number): Estimate | null => (Number.isFinite(value) ? { value, low: null, high: null } : null);
