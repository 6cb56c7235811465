import type { RowLists } from '../core/lists.ts';
import { topPositions } from '../core/ranking.ts';

/** What is ranked for whom. */
export interface RankedUsers {
  /** Scores of every movie for each of the users given, (users, movies) row-major, as `Trainer.score` gives them. */
  score(users: Int32Array): Promise<Float32Array>;
  readonly users: Int32Array;
  readonly movies: number;
  /** The movies of every user, by user index, that are not to be recommended. */
  readonly seen: RowLists;
  /** How many movies each user gets. */
  readonly count: number;
}

/** The best movies of some users. */
export interface RankedBlock {
  readonly users: Int32Array;
  /** For each of them the movies with the highest scores, best first; of equal scores the lower index comes first. */
  readonly top: readonly (readonly number[])[];
}

/** How many scores are held at once: 8 MiB. */
const SCORES_AT_ONCE = 2 ** 21;

/** Ranks all movies for each user, a block of users at a time; nothing is computed before it is asked for. */
export async function* rankUsers({ score, users, movies, seen, count }: RankedUsers): AsyncGenerator<RankedBlock> {
  const atOnce = Math.max(1, Math.floor(SCORES_AT_ONCE / movies));
  const excluded = new Uint8Array(movies);
  for (let from = 0; from < users.length; from += atOnce) {
    const block = users.subarray(from, from + atOnce);
    const scores = await score(block);
    yield { users: block, top: Array.from(block, (user, i) => rank(user, scores.subarray(i * movies, (i + 1) * movies))) };
  }

  function rank(user: number, scores: Float32Array): readonly number[] {
    const own = seen.rows.subarray(seen.offsets[user], seen.offsets[user + 1]);
    for (const movie of own) excluded[movie] = 1;
    const top = topPositions(scores, count, excluded);
    for (const movie of own) excluded[movie] = 0;
    return top;
  }
}
