import { topPositions } from '../ranking.ts';
import { accuracyAt } from './accuracy.ts';
import { aucOf } from './auc.ts';
import type { ListTable } from './list-table.ts';
import { createTraits } from './list-traits.ts';
import { ACCURACY_NAMES, type AccuracyName } from './metric-name.ts';
import { type RankingTask, rowsOf } from './ranking-task.ts';

/** How many movies the page shows a user: whatever describes lists looks at so many. */
export const SHOWN = 5;

/** What the lists of all users come to, before it is summed up. */
export interface ListScores {
  /** The users with a relevant movie, ascending. */
  readonly judged: Int32Array;
  /** Of these users: (judged) each. `auc` may be NaN. */
  readonly accuracy: Readonly<Record<AccuracyName | 'auc' | 'shown', Float64Array>>;
  /** Of everybody who gets a list: (users) each, NaN where a list is too short for it. */
  readonly traits: Readonly<Record<'popularity' | 'novelty' | 'diversity', Float64Array>>;
  /** The movies that the page would show. */
  readonly table: ListTable;
  /** False where the scores of every user are all the same, so that there is no order. */
  readonly isOrdered: boolean;
}

export interface ListMeasure {
  /** Ranks the movies for the next users of the task. `scores`: (users, movies) row-major, the highest first. */
  add(users: Int32Array, scores: Float32Array): void;
  /** When all users of the task were added. */
  scores(): ListScores;
}

/**
 * Measures lists of all movies that a user has not rated in training; of equal scores the lower index comes first.
 *
 * @param genres of every movie, as numbers
 */
export function createListMeasure(task: RankingTask, genres: readonly Int32Array[], k: number): ListMeasure {
  const judged = task.users.filter((user) => rowsOf(task.relevant, user).length > 0);
  const accuracy = columns([...ACCURACY_NAMES, 'auc', 'shown'] as const, judged.length);
  const traits = columns(['popularity', 'novelty', 'diversity'] as const, task.users.length);
  const table = { size: SHOWN, movies: new Int32Array(SHOWN * task.users.length).fill(-1) };
  const traitsOf = createTraits(task, genres);
  const candidates = createCandidates(task);
  let [listed, judgedSoFar, isOrdered] = [0, 0, false];

  function addUser(user: number, scores: Float32Array): void {
    const top = candidates.top(scores, Math.max(k, SHOWN));
    const shown = top.slice(0, SHOWN);
    table.movies.set(shown, SHOWN * listed);
    put(traits, listed++, traitsOf(shown));
    isOrdered ||= candidates.differ(scores);
    const relevant = rowsOf(task.relevant, user);
    if (relevant.length === 0) return;
    const isHit = top.map((movie) => candidates.isRelevant(movie));
    put(accuracy, judgedSoFar++, {
      ...accuracyAt(isHit, k, relevant.length),
      auc: candidates.auc(scores, relevant),
      shown: accuracyAt(isHit, SHOWN, relevant.length).precision,
    });
  }

  return {
    add(users, scores) {
      const movies = task.counts.length;
      users.forEach((user, i) => {
        candidates.enter(user);
        addUser(user, scores.subarray(i * movies, (i + 1) * movies));
        candidates.leave(user);
      });
    },
    scores: () => ({ judged, accuracy, traits, table, isOrdered }),
  };
}

/** What can be recommended to one user after the other. */
function createCandidates({ hidden, counts, seen, relevant }: RankingTask) {
  const excluded = hidden.slice();
  /** 1 where a movie of the catalogue is no candidate: what the user rated in training. */
  const outside = Uint8Array.from(counts, (count) => (count === 0 ? 1 : 0));
  const liked = new Uint8Array(counts.length);
  return {
    enter(user: number): void {
      for (const movie of rowsOf(seen, user)) excluded[movie] = outside[movie] = 1;
      for (const movie of rowsOf(relevant, user)) liked[movie] = 1;
    },
    leave(user: number): void {
      for (const movie of rowsOf(seen, user)) {
        excluded[movie] = hidden[movie] as number;
        outside[movie] = 0;
      }
      for (const movie of rowsOf(relevant, user)) liked[movie] = 0;
    },
    top: (scores: Float32Array, count: number) => topPositions(scores, count, excluded),
    isRelevant: (movie: number): boolean => liked[movie] === 1,
    differ: (scores: Float32Array): boolean => {
      const first = excluded.indexOf(0);
      return first >= 0 && scores.some((score, movie) => excluded[movie] === 0 && score !== scores[first]);
    },
    auc: (scores: Float32Array, own: Int32Array): number => aucOf(scores, outside, own),
  };
}

type Columns<Name extends string> = Readonly<Record<Name, Float64Array>>;

const columns = <Name extends string>(names: readonly Name[], size: number): Columns<Name> =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Columns<Name>;

function put<Name extends string>(into: Columns<Name>, at: number, values: Readonly<Record<Name, number>>): void {
  for (const name of Object.keys(into) as Name[]) into[name][at] = values[name];
}
