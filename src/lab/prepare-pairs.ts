import { LabError } from '../core/errors.ts';
import type { Calendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import { drawUnknown, likedPositions, rankedRight, ratedMovies, userMeans } from '../core/preferences.ts';
import { createRandom, type Random } from '../core/random.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Split } from '../core/split/parts.ts';
import type { Examples } from '../engines/trainer.ts';

/** What a pairwise loss learns from and is measured on: pairs of a movie that a user liked and one that they did not rate, in turn. */
export interface Pairwise {
  readonly train: Examples;
  readonly validation: Examples;
  readonly test: Examples;
  /** The movies of `train` in an epoch, from 1: each liked one with another that was drawn for this epoch. */
  moviesOf(epoch: number): Int32Array;
  /** The share of validation pairs that the movies' numbers of training ratings alone rank right. */
  readonly popularAuc: number;
}

/**
 * A movie is liked where the rating is not below the user's own training mean: that needs no knowledge of the scale, and strict and
 * generous users alike have some. While training, the other movie is any that the user has not rated there; those of the held-out pairs
 * are drawn once, among movies that the user has not rated at all. Throws a LabError of code `no-split` where a part has no pair.
 */
export function preparePairs(ratings: Ratings, split: Split, calendar: Calendar | null, seed: number): Pairwise {
  const movies = ratings.movieIds.size;
  const means = userMeans(ratings, split.train);
  const known = ratedMovies(ratings, split.train);
  const knownAtAll = ratedMovies(
    ratings,
    Int32Array.from(ratings.stars, (_, at) => at),
  );
  const liked = likedPositions(ratings, split.train, means, known);
  const users = pick(ratings.users, liked);
  const moviesOf = (epoch: number): Int32Array =>
    inTurn(pick(ratings.movies, liked), drawUnknown(users, known, movies, createRandom(seed, `pairs of epoch ${epoch}`)));
  const heldOut = (positions: Int32Array, random: Random): Examples => {
    const liked = likedPositions(ratings, positions, means, knownAtAll);
    const others = drawUnknown(pick(ratings.users, liked), knownAtAll, movies, random);
    return pairsOf(ratings, liked, inTurn(pick(ratings.movies, liked), others), calendar);
  };
  const validation = heldOut(split.validation, createRandom(seed, 'validation pairs'));
  if (liked.length === 0 || validation.targets.length === 0) throw noPairs(liked.length === 0 ? 'learn from' : 'hold out');
  const counts = new Float64Array(movies);
  for (const at of split.train) counts[ratings.movies[at] as number] = (counts[ratings.movies[at] as number] as number) + 1;
  return {
    train: pairsOf(ratings, liked, moviesOf(1), calendar),
    validation,
    test: heldOut(split.test, createRandom(seed, 'test pairs')),
    moviesOf,
    popularAuc: rankedRight(Float64Array.from(validation.movies, (movie) => counts[movie] as number)),
  };
}

/** Both movies of a pair at the time of the rating that is liked; targets say which one that is. */
function pairsOf(ratings: Ratings, liked: Int32Array, movies: Int32Array, calendar: Calendar | null): Examples {
  const twice = inTurn(liked, liked);
  return {
    users: pick(ratings.users, twice),
    movies,
    targets: Float32Array.from(twice, (_, i) => 1 - (i % 2)),
    when: calendar?.at(twice),
  };
}

const inTurn = (first: Int32Array, second: Int32Array): Int32Array =>
  Int32Array.from({ length: 2 * first.length }, (_, i) => (i % 2 === 0 ? first : second)[i >> 1] as number);

const noPairs = (what: string): LabError =>
  new LabError(
    'no-split',
    `There is no pair to ${what}: nobody there has both a movie they liked and one they have not rated.`,
    'Give the split larger parts, take more ratings, or choose the loss Squared.',
  );
