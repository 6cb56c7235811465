import { LabError } from '../core/errors.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { Groups } from '../core/loss.ts';
import type { Calendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import {
  dislikedMovies,
  drawUnknown,
  drawUnknownBy,
  likedPositions,
  mixIn,
  rankedRight,
  ratedMovies,
  userMeans,
} from '../core/preferences.ts';
import { createRandom, type Random } from '../core/random.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Split } from '../core/split/parts.ts';
import type { Examples } from '../engines/trainer.ts';

/** What a group loss learns from, a movie that a user liked and then others; and pairs of one that they liked and one other to measure it. */
export interface Pairwise {
  readonly train: Examples;
  readonly groups: Groups;
  readonly validation: Examples;
  readonly test: Examples;
  /** The movies of `train` in an epoch, from 1: each liked one with another that was drawn for this epoch. */
  moviesOf(epoch: number): Int32Array;
  /** The share of validation pairs that the movies' numbers of training ratings alone rank right; null where nothing is held out. */
  readonly popularAuc: number | null;
}

/** How the movies beside a liked one are drawn. */
export type Drawing = Pick<Configuration, 'loss' | 'negatives' | 'negativesBy' | 'dislikes'>;

/**
 * A movie is liked where the rating is not below the user's own training mean: that needs no knowledge of the scale, and strict and
 * generous users alike have some. While training, the other movies are any that the user has not rated there; those of the held-out pairs
 * are drawn once, among movies that the user has not rated at all, every one alike. Throws a LabError of code `no-split` where a part has no
 * pair.
 */
export function preparePairs(
  ratings: Ratings,
  split: Split,
  calendar: Calendar | null,
  seed: number,
  { loss, negatives, negativesBy, dislikes }: Drawing,
): Pairwise {
  const movies = ratings.movieIds.size;
  const means = userMeans(ratings, split.train);
  const known = ratedMovies(ratings, split.train);
  const knownAtAll = ratedMovies(
    ratings,
    Int32Array.from(ratings.stars, (_, at) => at),
  );
  const liked = likedPositions(ratings, split.train, means, known);
  const users = pick(ratings.users, liked);
  const counts = new Float64Array(movies);
  for (const at of split.train) counts[ratings.movies[at] as number] = (counts[ratings.movies[at] as number] as number) + 1;
  const shares = negativesBy === 'popularity' ? counts.map((count) => count + 1) : null;
  const sums = shares && addUp(shares);
  const disliked = dislikes && loss === 'bpr' ? dislikedMovies(ratings, split.train, means) : null;
  const drawOthers = (random: Random): Int32Array => {
    const drawn = sums ? drawUnknownBy(users, known, sums, random) : drawUnknown(users, known, movies, random);
    return disliked ? mixIn(drawn, users, disliked, random) : drawn;
  };
  const count = Number(negatives);
  const moviesOf = (epoch: number): Int32Array => {
    const random = createRandom(seed, `pairs of epoch ${epoch}`);
    return inTurn(pick(ratings.movies, liked), ...Array.from({ length: count }, () => drawOthers(random)));
  };
  const heldOut = (positions: Int32Array, random: Random): Examples => {
    const liked = likedPositions(ratings, positions, means, knownAtAll);
    const others = drawUnknown(pick(ratings.users, liked), knownAtAll, movies, random);
    return groupsOf(ratings, liked, 2, inTurn(pick(ratings.movies, liked), others), calendar);
  };
  const validation = heldOut(split.validation, createRandom(seed, 'validation pairs'));
  if (liked.length === 0) throw noPairs('learn from');
  const holdsOut = split.validation.length > 0;
  if (holdsOut && validation.targets.length === 0) throw noPairs('hold out');
  return {
    train: groupsOf(ratings, liked, 1 + count, moviesOf(1), calendar),
    groups: {
      size: 1 + count,
      corrections: loss === 'softmax' ? correctionsOf(shares ?? new Float64Array(movies).fill(1), count) : undefined,
    },
    validation,
    test: heldOut(split.test, createRandom(seed, 'test pairs')),
    moviesOf,
    popularAuc: holdsOut ? rankedRight(Float64Array.from(validation.movies, (movie) => counts[movie] as number)) : null,
  };
}

/** −ln of how often each movie is to be expected among so many that are drawn. */
function correctionsOf(shares: Float64Array, count: number): Float32Array {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(shares, (share) => -Math.log((count * share) / total));
}

function addUp(shares: Float64Array): Float64Array {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

/** The movies of a group at the time of the rating that is liked; targets say which one that is. */
function groupsOf(ratings: Ratings, liked: Int32Array, size: number, movies: Int32Array, calendar: Calendar | null): Examples {
  const repeated = inTurn(...Array.from({ length: size }, () => liked));
  return {
    users: pick(ratings.users, repeated),
    movies,
    targets: Float32Array.from(repeated, (_, i) => (i % size === 0 ? 1 : 0)),
    when: calendar?.at(repeated),
  };
}

/** One of each in turn. */
function inTurn(...columns: readonly Int32Array[]): Int32Array {
  const size = columns.length;
  const all = new Int32Array(size * (columns[0] as Int32Array).length);
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) all[size * i + j] = column[i] as number;
  });
  return all;
}

const noPairs = (what: string): LabError =>
  new LabError(
    'no-split',
    `There is no pair to ${what}: no user there has both a liked and an unrated movie.`,
    'Hold out more ratings, load more ratings, or choose the aim Stars.',
  );
