import { listRows, type RowLists } from '../lists.ts';
import { pick } from '../pick.ts';
import { ratedMovies } from '../preferences.ts';
import { positionsUpTo } from '../radix-order.ts';
import type { Random } from '../random.ts';
import { topPositions } from '../ranking.ts';
import type { Ratings } from '../ratings.ts';
import { accuracyAt, discount } from './accuracy.ts';
import { countAt, type RankingTaskSettings, rowsOf, type TaskParts } from './ranking-task.ts';

/** Lists of a few users, to be judged again and again while a model is trained. */
export interface ListSample {
  /** How many users there are. */
  readonly size: number;
  /**
   * Judges lists by scores. Yields what is to be scored, some users with every movie that could be recommended to them at a time, and takes
   * the scores; returns the NDCG in the mean over all users.
   */
  judge(): Generator<PairsToScore, number, Float32Array>;
  /** The same of the most popular movies. */
  readonly popular: number;
}

export interface PairsToScore {
  readonly users: Int32Array; // (pairs)
  readonly movies: Int32Array; // (pairs)
}

/** So many are scored at once, or those of one user: 4 MiB of scores. */
const PAIRS_AT_ONCE = 2 ** 20;

const SAMPLE_PLACES = 10;
/** Scoring a pair takes about an eighth of training on a rating (measured): so this takes less than a twentieth of an epoch. */
const PAIRS_PER_RATING = 0.35;
/** The mean of fewer is mostly chance; on small data they take longer than that. */
const LEAST_USERS = 100;
const MOST_USERS = 500;

/**
 * Draws users with a relevant held-out movie, as many as an epoch of so many training ratings can afford: evenly from those whose relevant movies
 * are hard to find to those whose are popular, so that the mean over them differs less from that over all. Null where there are none.
 */
export function drawListSample(
  ratings: Ratings,
  { train, heldOut }: TaskParts,
  { threshold, minRatings }: RankingTaskSettings,
  random: Random,
  pairsAtOnce = PAIRS_AT_ONCE,
): ListSample | null {
  const counts = countAt(ratings.movies, train, ratings.movieIds.size);
  const liked = likedBy(ratings, heldOut, counts, Math.fround(threshold));
  const candidates = Int32Array.from(counts.keys()).filter((movie) => (counts[movie] as number) >= Math.max(1, minRatings));
  if (liked.rows.length === 0 || candidates.length === 0) return null;
  const affordable = Math.floor((PAIRS_PER_RATING * train.length) / candidates.length);
  const most = Math.min(MOST_USERS, Math.max(LEAST_USERS, affordable));
  const drawn = drawEvenly(byEase(liked, placesOf(candidates, counts)), most, random);
  const seen = ratedMovies(ratings, ofUsers(ratings, train, drawn));
  const lists = Array.from(drawn, (user) => ({ user, relevant: new Set(rowsOf(liked, user)) }));
  const usersAtOnce = Math.min(lists.length, Math.max(1, Math.floor(pairsAtOnce / candidates.length)));
  const fill = createFilling(candidates, seen, { users: usersAtOnce, movies: counts.length });
  const all = lists.length === usersAtOnce ? fill(lists) : null;
  function* judge(): Generator<PairsToScore, number, Float32Array> {
    let sum = 0;
    for (let first = 0; first < lists.length; first += usersAtOnce) {
      const some = lists.slice(first, first + usersAtOnce);
      const { pairs, ends } = all ?? fill(some);
      const scores = yield pairs;
      for (const [i, { relevant }] of some.entries()) {
        const from = ends[i - 1] ?? 0;
        const top = topPositions(scores.subarray(from, ends[i]), SAMPLE_PLACES, NONE_EXCLUDED);
        const isRelevant = (at: number): boolean => relevant.has(pairs.movies[from + at] as number);
        sum += accuracyAt(top.map(isRelevant), SAMPLE_PLACES, relevant.size).ndcg;
      }
    }
    return sum / lists.length;
  }
  return { size: lists.length, judge, popular: judgeBy(judge(), ({ movies }) => new Float32Array(pick(counts, movies))) };
}

/** The pairs of some users, and where those of each end. */
interface Filled {
  readonly pairs: PairsToScore;
  readonly ends: readonly number[];
}

/** Pairs users, at most so many at a time, with what they have not seen, all in one room: a list of its own for each takes much memory. */
function createFilling(candidates: Int32Array, seen: RowLists, most: { readonly users: number; readonly movies: number }) {
  const pairs = most.users * candidates.length;
  const room = { users: new Int32Array(pairs), movies: new Int32Array(pairs) };
  const isSeen = new Uint8Array(most.movies);
  return (lists: readonly { readonly user: number }[]): Filled => {
    let filled = 0;
    const ends = lists.map(({ user }) => {
      const own = rowsOf(seen, user);
      for (const movie of own) isSeen[movie] = 1;
      for (let i = 0; i < candidates.length; i++) {
        const movie = candidates[i] as number;
        if (isSeen[movie] === 1) continue;
        room.users[filled] = user;
        room.movies[filled++] = movie;
      }
      for (const movie of own) isSeen[movie] = 0;
      return filled;
    });
    return { pairs: { users: room.users.subarray(0, filled), movies: room.movies.subarray(0, filled) }, ends };
  };
}

function judgeBy(judging: ReturnType<ListSample['judge']>, score: (pairs: PairsToScore) => Float32Array): number {
  let next = judging.next();
  while (!next.done) next = judging.next(score(next.value));
  return next.value;
}

/** Those who like something; whose relevant movies are the most popular come last. */
function byEase(liked: RowLists, places: Int32Array): Int32Array {
  const users = positionsUpTo(liked.offsets.length - 1);
  const eases = Float64Array.from(users, (user) => easeOf(rowsOf(liked, user), places));
  return users
    .filter((user) => rowsOf(liked, user).length > 0)
    .sort((a, b) => (eases[a] as number) - (eases[b] as number) || a - b);
}

function easeOf(relevant: Int32Array, places: Int32Array): number {
  const best = Math.min(SAMPLE_PLACES, relevant.length);
  let [gain, most] = [0, 0];
  for (const movie of relevant) gain += (places[movie] as number) < 0 ? 0 : discount(places[movie] as number);
  for (let place = 0; place < best; place++) most += discount(place);
  return gain / most;
}

/** Of each movie its place among the candidates by number of ratings, from 0; −1 of the others. */
function placesOf(candidates: Int32Array, counts: ArrayLike<number>): Int32Array {
  const places = new Int32Array(counts.length).fill(-1);
  candidates
    .toSorted((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .forEach((movie, place) => {
      places[movie] = place;
    });
  return places;
}

/** Systematic sampling: each user is as likely as any other, and neighbours do not come together. All where there are no more; ascending. */
function drawEvenly(users: Int32Array, most: number, random: Random): Int32Array {
  const size = Math.min(most, users.length);
  const start = random.next();
  return Int32Array.from({ length: size }, (_, at) => users[Math.floor(((at + start) * users.length) / size)] as number).sort();
}

const NONE_EXCLUDED = new Uint8Array();

/** The relevant movies of each user, as `createRankingTask` has them but for users without a training rating. */
function likedBy(
  { users, movies, stars, userIds }: Ratings,
  heldOut: Int32Array,
  counts: Int32Array,
  threshold: number,
): RowLists {
  const isLiked = (at: number): boolean => (stars[at] as number) >= threshold && counts[movies[at] as number] !== 0;
  const liked = heldOut.filter(isLiked);
  return listRows(userIds.size, pick(users, liked), pick(movies, liked));
}

/** Those of the positions where one of these users rated. */
function ofUsers({ users, userIds }: Ratings, positions: Int32Array, chosen: Int32Array): Int32Array {
  const isChosen = new Uint8Array(userIds.size);
  for (const user of chosen) isChosen[user] = 1;
  const found = new Int32Array(positions.length);
  let count = 0;
  // Several times as fast as `filter`, for the millions of them.
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    if (isChosen[users[at] as number] === 1) found[count++] = at;
  }
  return found.slice(0, count);
}
