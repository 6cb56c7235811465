import type { ListRequest } from '../../src/cells/recommend/contract.ts';
import { chooseMovies, type OwnRating } from '../../src/cells/recommend/lab/choose-movies.ts';
import { foldUser } from '../../src/cells/recommend/lab/fold/fold-user.ts';
import { ownAt } from '../../src/cells/recommend/lab/recommendation.ts';
import type { UserIndex } from '../../src/core/ids.ts';
import { positionsOf } from '../../src/core/user-positions.ts';
import type { Model } from '../../src/lab/model.ts';
import type { Scores } from '../../src/lab/predictor.ts';

export interface FoldedBack {
  /** Of the ten first movies, how many come back on average where users are folded in by their training ratings. */
  readonly overlap: number;
  /** Of folding in a user, in milliseconds of processor time, which what else runs on a machine hardly changes. */
  readonly median: number;
  readonly most: number;
  /** The same by five ratings alone, as of somebody who has just begun. */
  readonly few: number;
}

const REQUEST: ListRequest = { count: 10, minRatings: 10, rated: 'learned-out' };
const FEW = 5;

/** Folds in users by their own training ratings; null where nobody can be folded in. */
export async function foldBack(model: Model, users: readonly UserIndex[]): Promise<FoldedBack | null> {
  const { network, predictor, data } = model;
  if (!network && !predictor.fold) return null;
  const scoresBy = async (user: UserIndex | null, rated: readonly OwnRating[]): Promise<Scores> =>
    network ? (await foldUser(network, user, rated)).scores : (predictor.fold as NonNullable<typeof predictor.fold>)(rated);
  const [times, few]: [number[], number[]] = [[], []];
  let shared = 0;
  for (const user of users) {
    const own = positionsOf(data.ratings, user).map((at) => ownAt(model, at));
    const learned = own.filter(({ heldOut }) => !heldOut);
    const idsOf = (scores: Scores) => chooseMovies(data, learned, scores, REQUEST).movies.map(({ movieId }) => movieId);
    const begun = process.cpuUsage();
    idsOf(await scoresBy(null, learned.slice(0, FEW)));
    few.push(sinceMs(begun));
    const start = process.cpuUsage();
    const ids = new Set(idsOf(await scoresBy(user, learned)));
    times.push(sinceMs(start));
    shared += idsOf(await predictor.score(Int32Array.of(user))).filter((id) => ids.has(id)).length / REQUEST.count;
  }
  return { overlap: shared / users.length, median: middle(times), most: Math.max(...times), few: middle(few) };
}

/** Of this process, with all its threads. */
function sinceMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] as number;
