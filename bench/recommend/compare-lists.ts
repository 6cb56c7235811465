import type { ListRequest } from '../../src/cells/recommend/contract.ts';
import { chooseMovies } from '../../src/cells/recommend/lab/choose-movies.ts';
import { ownAt } from '../../src/cells/recommend/lab/recommendation.ts';
import type { UserIndex } from '../../src/core/ids.ts';
import { positionsOf } from '../../src/core/user-positions.ts';
import type { Model } from '../../src/lab/model.ts';
import { exactRanking } from './exact-ranking.ts';
import { discounted, PLACES, passing, requestsOf, sorted } from './sorted-lists.ts';

export interface ListsCompared {
  readonly users: number;
  readonly lists: number;
  /** Lists that are not those of sorting all movies by what the engine says of them. */
  readonly wrong: number;
  /** Lists that are not those of sorting by scores worked out in double precision, but for movies closer together than the engine rounds. */
  readonly beyondRounding: number;
  /** The most that a score of the engine is off, as a share of the spread of a user's scores. */
  readonly rounding: number;
}

/** Compares the lists of some users, by every filter, with sorting all movies. */
export async function compareLists(model: Model, users: readonly UserIndex[]): Promise<ListsCompared> {
  const rank = exactRanking(model);
  const requests = requestsOf(model.data);
  let [wrong, beyondRounding, rounding] = [0, 0, 0];
  for (const user of users) {
    const own = positionsOf(model.data.ratings, user).map((at) => ownAt(model, at));
    const scores = await model.predictor.score(Int32Array.of(user));
    const exact = await rank(user);
    const off = scores.ranking.reduce((most, score, movie) => Math.max(most, Math.abs(score - (exact[movie] as number))), 0);
    rounding = Math.max(rounding, off / (spreadOf(exact) || 1));
    const order = ordering(scores.ranking, model);
    const exactOrder = ordering(exact, model);
    for (const request of requests) {
      const { movies } = chooseMovies(model.data, own, scores, request);
      const ids = movies.map(({ movieId }) => model.data.ratings.movieIds.indexOf(movieId) as number);
      const passes = passing(model.data, own, request);
      if (!isSame(ids, firstOf(order(request).sorted, passes))) wrong++;
      const best = exactOrder(request);
      if (!isSameButForRounding(ids, firstOf(best.sorted, passes), best.scores, off)) beyondRounding++;
    }
  }
  return { users: users.length, lists: users.length * requests.length, wrong, beyondRounding, rounding };
}

interface Ordered {
  readonly scores: Float64Array;
  readonly sorted: Int32Array;
}

/** Every discount is sorted by once. */
function ordering(ranking: ArrayLike<number>, { data: { statistics } }: Model): (request: ListRequest) => Ordered {
  const known = new Map<number, Ordered>();
  return ({ discount = 0 }) => {
    const found = known.get(discount);
    if (found) return found;
    const scores = discounted(ranking, statistics.counts, discount);
    const ordered = { scores, sorted: sorted(scores) };
    known.set(discount, ordered);
    return ordered;
  };
}

function firstOf(order: Int32Array, passes: (movie: number) => boolean): readonly number[] {
  const first: number[] = [];
  for (let at = 0; at < order.length && first.length < PLACES; at++) {
    const movie = order[at] as number;
    if (passes(movie)) first.push(movie);
  }
  return first;
}

const isSame = (ids: readonly number[], best: readonly number[]): boolean =>
  ids.length === best.length && ids.every((id, place) => id === best[place]);

/** Each place has the movie that belongs there, or one whose score is as near as two rounded scores can be mistaken. */
const isSameButForRounding = (ids: readonly number[], best: readonly number[], scores: Float64Array, off: number): boolean =>
  ids.length === best.length &&
  new Set(ids).size === ids.length &&
  ids.every((id, place) => {
    const gap = Math.abs((scores[id] as number) - (scores[best[place] as number] as number));
    return id === best[place] || gap <= MOST_ROUNDING_GAP * off;
  });

/** Both scores may be off, and what the discount is measured in too. */
const MOST_ROUNDING_GAP = 3;

function spreadOf(scores: Float64Array): number {
  const [least, most] = scores.reduce(([low, high], score) => [Math.min(low, score), Math.max(high, score)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  return most - least;
}
