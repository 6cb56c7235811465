import { firstPlace } from './first-place.ts';
import { listRows, type RowLists } from './lists.ts';
import { pick } from './pick.ts';
import type { Random } from './random.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Ratings } from './ratings.ts';

/** The movies that each user rated among the ratings at `positions`, ascending. */
export function ratedMovies({ users, movies, userIds, movieIds }: Ratings, positions: Int32Array): RowLists {
  // By movie first: a counting sort keeps the order that it is given.
  const byMovie = listRows(movieIds.size, pick(movies, positions), positions).rows;
  return listRows(userIds.size, pick(users, byMovie), pick(movies, byMovie));
}

/**
 * Which ratings tell a liking, and how much: those in the upper quarter of the scale, which on five stars begins with the fourth; those
 * not below the user's own mean; all, each as much as any other; or those in the upper two thirds, the more the higher, 1 at the end.
 */
export type LikedRule = 'high' | 'mean' | 'all' | 'stars';

/** Ratings that tell a liking, and what each counts. */
export interface Likings {
  readonly positions: Int32Array;
  readonly weights: Float32Array;
}

export function likingsOf(rule: LikedRule, ratings: Ratings, among: Int32Array): Likings {
  const weightAt = weighing(rule, ratings, among);
  const [positions, weights] = [new Int32Array(among.length), new Float32Array(among.length)];
  let count = 0;
  // Several times as fast as `filter`, for the millions of them.
  for (let i = 0; i < among.length; i++) {
    const at = among[i] as number;
    const weight = weightAt(at);
    if (weight <= 0) continue;
    positions[count] = at;
    weights[count++] = weight;
  }
  return { positions: positions.slice(0, count), weights: weights.slice(0, count) };
}

/**
 * From so many stars on a movie is liked, whoever rates: the upper quarter of the scale, four of five stars or eight of ten; of counts, which
 * have no upper quarter, all.
 */
export const likedFrom = ({ min, max, likedFrom = min + 0.75 * (max - min) }: RatingScale): number => likedFrom;

/** Stars are rounded, and so are sums of them: a mean of equal stars may come out a little above them. */
export const roundingOf = ({ min, max }: RatingScale): number => 1e-6 * (max - min || 1);

/** What the rating at a position counts; nothing where it is 0. */
function weighing(rule: LikedRule, ratings: Ratings, among: Int32Array): (at: number) => number {
  const { users, stars, scale } = ratings;
  const rounding = roundingOf(scale);
  const height = (at: number): number => ((stars[at] as number) - scale.min) / (scale.max - scale.min);
  // Where all stars are the same there is no higher and no lower.
  if (rule === 'all' || scale.min === scale.max) return () => 1;
  if (rule === 'high') return (at) => ((stars[at] as number) >= likedFrom(scale) - rounding ? 1 : 0);
  if (rule === 'stars') return (at) => Math.max(0, 1.5 * (height(at) - 1 / 3));
  const means = userMeans(ratings, among);
  return (at) => ((stars[at] as number) >= (means[users[at] as number] as number) - rounding ? 1 : 0);
}

/** Each user's mean over the ratings at `positions`, in stars; the mean of all where a user has none there. */
export function userMeans({ users, stars, userIds }: Ratings, positions: Int32Array): Float64Array {
  const [sums, counts] = [new Float64Array(userIds.size), new Float64Array(userIds.size)];
  let all = 0;
  for (const at of positions) {
    const user = users[at] as number;
    sums[user] = (sums[user] as number) + (stars[at] as number);
    counts[user] = (counts[user] as number) + 1;
    all += stars[at] as number;
  }
  return sums.map((sum, user) => (counts[user] ? sum / (counts[user] as number) : all / positions.length));
}

/**
 * The ratings at `positions` that tell a liking: those not below the user's mean. Left out are users who know every movie, since there
 * is nothing to compare with.
 */
export function likedPositions(ratings: Ratings, positions: Int32Array, means: Float64Array, known: RowLists): Int32Array {
  const { users, stars, movieIds, scale } = ratings;
  const rounding = roundingOf(scale);
  return positions.filter((at) => {
    const user = users[at] as number;
    const isLiked = (stars[at] as number) >= (means[user] as number) - rounding;
    return isLiked && (known.offsets[user + 1] as number) - (known.offsets[user] as number) < movieIds.size;
  });
}

/** The movies that each user liked by the rule “high” among the ratings at `positions`, ascending. */
export const likedMovies = (ratings: Ratings, positions: Int32Array): RowLists =>
  ratedMovies(ratings, likingsOf('high', ratings, positions).positions);

/** For each of these users a movie that they do not know, every such movie being equally likely. */
export function drawUnknown(users: Int32Array, known: RowLists, movies: number, random: Random): Int32Array {
  return users.map((user) => {
    const [start, end] = [known.offsets[user] as number, known.offsets[user + 1] as number];
    const place = Math.floor(random.next() * (movies - (end - start)));
    return place + countUpTo(known.rows, start, end, place);
  });
}

/** The movies that each user rated below their mean among the ratings at `positions`, ascending. */
export function dislikedMovies(ratings: Ratings, positions: Int32Array, means: Float64Array): RowLists {
  const { users, stars, scale } = ratings;
  const rounding = roundingOf(scale);
  return ratedMovies(
    ratings,
    positions.filter((at) => (stars[at] as number) < (means[users[at] as number] as number) - rounding),
  );
}

/** Tries to draw a movie that the user does not know, before any such movie is taken. */
const TRIES = 20;

/** The same where a movie is drawn in proportion to its share; the last of the ascending sums of shares is that of all. */
export function drawUnknownBy(users: Int32Array, known: RowLists, sums: Float64Array, random: Random): Int32Array {
  const total = sums.at(-1) as number;
  const isKnown = (user: number, movie: number): boolean => {
    const [start, end] = [known.offsets[user] as number, known.offsets[user + 1] as number];
    const at = firstPlace(start, end, (place) => (known.rows[place] as number) >= movie);
    return at < end && known.rows[at] === movie;
  };
  return users.map((user) => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const value = random.next() * total;
      const movie = firstPlace(0, sums.length - 1, (at) => (sums[at] as number) > value);
      if (!isKnown(user, movie)) return movie;
    }
    return drawUnknown(Int32Array.of(user), known, sums.length, random)[0] as number;
  });
}

/** Puts a movie of the user's list in the place of about half of those drawn for them, where the list is not empty. */
export function mixIn(drawn: Int32Array, users: Int32Array, { offsets, rows }: RowLists, random: Random): Int32Array {
  return drawn.map((movie, i) => {
    const [start, end] = [offsets[users[i] as number] as number, offsets[(users[i] as number) + 1] as number];
    if (start === end || random.next() < 0.5) return movie;
    return rows[start + Math.floor(random.next() * (end - start))] as number;
  });
}

/** How many of the ascending rows start … end − 1 come before what stands at a place among those that are missing. */
const countUpTo = (rows: Int32Array, start: number, end: number, place: number): number =>
  firstPlace(start, end, (at) => (rows[at] as number) - (at - start) > place) - start;

/**
 * The share of pairs that are ranked right, ties half: the mean over pairs of what is AUC over a user's. `scores` of liked and other in
 * turn. NaN where there are none.
 */
export function rankedRight(scores: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < scores.length; i += 2) {
    const margin = (scores[i] as number) - (scores[i + 1] as number);
    right += margin > 0 ? 1 : margin === 0 ? 0.5 : 0;
  }
  return right / (scores.length / 2);
}
