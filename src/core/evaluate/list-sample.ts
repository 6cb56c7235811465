import { pick } from '../pick.ts';
import { ratedMovies } from '../preferences.ts';
import type { Random } from '../random.ts';
import { topPositions } from '../ranking.ts';
import type { Ratings } from '../ratings.ts';
import { accuracyAt, discount } from './accuracy.ts';
import { countAt, type RankingTaskSettings, type TaskParts } from './ranking-task.ts';

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
  if (liked.size === 0 || candidates.length === 0) return null;
  const affordable = Math.floor((PAIRS_PER_RATING * train.length) / candidates.length);
  const most = Math.min(MOST_USERS, Math.max(LEAST_USERS, affordable));
  const drawn = drawEvenly(byEase(liked, placesOf(candidates, counts)), most, random);
  const seen = ratedMovies(ratings, ofUsers(ratings, train, drawn));
  const lists = Array.from(drawn, (user) => {
    const kinds = new Uint8Array(ratings.movieIds.size);
    for (let i = seen.offsets[user] as number; i < (seen.offsets[user + 1] as number); i++) kinds[seen.rows[i] as number] = SEEN;
    const relevant = liked.get(user) as ReadonlySet<number>;
    for (const movie of relevant) if (kinds[movie] !== SEEN) kinds[movie] = RELEVANT;
    const own = candidates.filter((movie) => kinds[movie] !== SEEN);
    return { user, movies: own, isRelevant: (at: number) => kinds[own[at] as number] === RELEVANT, relevant: relevant.size };
  });
  const pairsOf = (some: typeof lists): PairsToScore => ({
    users: concatenate(some.map(({ user, movies }) => new Int32Array(movies.length).fill(user))),
    movies: concatenate(some.map(({ movies }) => movies)),
  });
  const usersAtOnce = Math.max(1, Math.floor(pairsAtOnce / candidates.length));
  const all = lists.length <= usersAtOnce ? pairsOf(lists) : null;
  function* judge(): Generator<PairsToScore, number, Float32Array> {
    let sum = 0;
    for (let first = 0; first < lists.length; first += usersAtOnce) {
      const some = lists.slice(first, first + usersAtOnce);
      const scores = yield all ?? pairsOf(some);
      let from = 0;
      for (const { movies, isRelevant, relevant } of some) {
        const top = topPositions(scores.subarray(from, from + movies.length), SAMPLE_PLACES, NONE_EXCLUDED);
        sum += accuracyAt(top.map(isRelevant), SAMPLE_PLACES, relevant).ndcg;
        from += movies.length;
      }
    }
    return sum / lists.length;
  }
  return { size: lists.length, judge, popular: judgeBy(judge(), ({ movies }) => new Float32Array(pick(counts, movies))) };
}

function judgeBy(judging: ReturnType<ListSample['judge']>, score: (pairs: PairsToScore) => Float32Array): number {
  let next = judging.next();
  while (!next.done) next = judging.next(score(next.value));
  return next.value;
}

/** Users whose relevant movies are the most popular come last. */
function byEase(liked: ReadonlyMap<number, ReadonlySet<number>>, places: Int32Array): Int32Array {
  const easeOf = (relevant: ReadonlySet<number>): number => {
    const best = Math.min(SAMPLE_PLACES, relevant.size);
    let [gain, most] = [0, 0];
    for (const movie of relevant) gain += (places[movie] as number) < 0 ? 0 : discount(places[movie] as number);
    for (let place = 0; place < best; place++) most += discount(place);
    return gain / most;
  };
  const eases = new Map([...liked].map(([user, relevant]) => [user, easeOf(relevant)]));
  return Int32Array.from(liked.keys()).sort((a, b) => (eases.get(a) as number) - (eases.get(b) as number) || a - b);
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

/** What a movie can be to a user. */
const SEEN = 1;
const RELEVANT = 2;

/** The relevant movies of each user who has some, as `createRankingTask` has them but for users without a training rating. */
function likedBy(
  { users, movies, stars }: Ratings,
  heldOut: Int32Array,
  counts: Int32Array,
  threshold: number,
): ReadonlyMap<number, Set<number>> {
  const liked = new Map<number, Set<number>>();
  for (const at of heldOut) {
    const [user, movie] = [users[at] as number, movies[at] as number];
    if ((stars[at] as number) < threshold || counts[movie] === 0) continue;
    const own = liked.get(user) ?? new Set();
    liked.set(user, own.add(movie));
  }
  return liked;
}

/** Those of the positions where one of these users rated. */
function ofUsers({ users, userIds }: Ratings, positions: Int32Array, chosen: Int32Array): Int32Array {
  const isChosen = new Uint8Array(userIds.size);
  for (const user of chosen) isChosen[user] = 1;
  return positions.filter((at) => isChosen[users[at] as number] === 1);
}

function concatenate(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}
