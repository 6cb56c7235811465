import type { Ratings } from '../ratings.ts';
import type { Dimension, DimensionName, EntityDimension, RatingDimension } from './dimension.ts';

/** The bins that ratings must lie in, by dimension; a dimension that is absent lets all pass. */
export type Filters = Readonly<Partial<Record<DimensionName, readonly number[]>>>;

export interface Selection {
  /** Ratings that pass all filters. */
  readonly passing: number;
  /** Of each dimension, in its order: its bars over what passes the filters of all the others. */
  readonly counts: readonly Int32Array[];
  /** Over what passes all filters, by MovieIndex. */
  readonly movieCounts: Int32Array;
  readonly movieStars: Float64Array; // sums
}

/**
 * Filters ratings in one pass over their columns. Every dimension owns one bit: a rating that fails no filter counts everywhere,
 * one that fails a single filter counts in that filter's own dimension only, so that its other bars stay where they can be chosen.
 */
export function crossfilter(ratings: Ratings, dimensions: readonly Dimension[], filters: Filters): Selection {
  const { count, users, movies, stars, userIds, movieIds } = ratings;
  const counts = dimensions.map(({ bins }) => new Int32Array(bins.length));
  const own = dimensions.map((dimension) => ownCounts(dimension, userIds.size, movieIds.size));
  const failingUsers = failingEntities('user', userIds.size, dimensions, filters);
  const failingMovies = failingEntities('movie', movieIds.size, dimensions, filters);
  const first = ratingColumn(dimensions, 'stars', count, filters);
  const second = ratingColumn(dimensions, 'time', count, filters);
  const [firstCounts, secondCounts] = [counts[first.at] ?? new Int32Array(1), counts[second.at] ?? new Int32Array(1)];
  const [ofFirst, ofSecond, ofUsers] = [1 << first.at, 1 << second.at, bitsOf('user', dimensions)];
  const [ownOfFirst, ownOfSecond] = [own[first.at] ?? new Int32Array(1), own[second.at] ?? new Int32Array(1)];
  const userCounts = new Int32Array(userIds.size);
  const movieCounts = new Int32Array(movieIds.size);
  const movieStars = new Float64Array(movieIds.size);
  let passing = 0;
  for (let at = 0; at < count; at++) {
    const user = users[at] as number;
    const movie = movies[at] as number;
    const a = first.codes[at] as number;
    const b = second.codes[at] as number;
    const failed =
      (failingUsers[user] as number) |
      (failingMovies[movie] as number) |
      (first.failing[a] as number) |
      (second.failing[b] as number);
    if (failed === 0) {
      passing++;
      firstCounts[a] = (firstCounts[a] as number) + 1;
      secondCounts[b] = (secondCounts[b] as number) + 1;
      userCounts[user] = (userCounts[user] as number) + 1;
      movieCounts[movie] = (movieCounts[movie] as number) + 1;
      movieStars[movie] = (movieStars[movie] as number) + (stars[at] as number);
    } else if (failed === ofFirst) {
      ownOfFirst[a] = (ownOfFirst[a] as number) + 1;
    } else if (failed === ofSecond) {
      ownOfSecond[b] = (ownOfSecond[b] as number) + 1;
    } else if ((failed & (failed - 1)) === 0) {
      const counted = own[31 - Math.clz32(failed)] as Int32Array;
      const entity = failed & ofUsers ? user : movie;
      counted[entity] = (counted[entity] as number) + 1;
    }
  }
  for (const [place, dimension] of dimensions.entries()) {
    const [bars, owned] = [counts[place] as Int32Array, own[place] as Int32Array];
    if (dimension.of === 'rating')
      for (let bin = 0; bin < bars.length; bin++) bars[bin] = (bars[bin] as number) + (owned[bin] as number);
    else addEntities(bars, dimension, dimension.of === 'user' ? userCounts : movieCounts, owned);
  }
  return { passing, counts, movieCounts, movieStars };
}

/** The bits of all dimensions of one kind. */
function bitsOf(of: Dimension['of'], dimensions: readonly Dimension[]): number {
  return dimensions.reduce((bits, dimension, place) => (dimension.of === of ? bits | (1 << place) : bits), 0);
}

/** What fails this dimension's filter alone: by bin, user or movie. */
function ownCounts({ of, bins }: Dimension, users: number, movies: number): Int32Array {
  return new Int32Array(of === 'rating' ? bins.length : of === 'user' ? users : movies);
}

/** The bits of the filters that each user or movie fails, (entities). */
function failingEntities(of: 'user' | 'movie', size: number, dimensions: readonly Dimension[], filters: Filters): Uint8Array {
  const failing = new Uint8Array(size);
  for (const [place, dimension] of dimensions.entries()) {
    if (dimension.of !== of) continue;
    const failingBins = failingOf(dimension, place, filters);
    const { offsets, members } = dimension;
    for (let entity = 0; entity < size; entity++) {
      // Having one of the bins is enough.
      let bit = filters[dimension.name] ? 1 << place : 0;
      for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++)
        bit &= failingBins[members[i] as number] as number;
      failing[entity] = (failing[entity] as number) | bit;
    }
  }
  return failing;
}

/** The dimension's bit for every bin that its filter refuses, (bins). */
function failingOf({ name, bins }: Dimension, place: number, filters: Filters): Uint8Array {
  const chosen = filters[name];
  const failing = new Uint8Array(Math.max(1, bins.length)).fill(chosen ? 1 << place : 0);
  for (const bin of chosen ?? []) if (bin >= 0 && bin < failing.length) failing[bin] = 0;
  return failing;
}

interface RatingColumn {
  readonly at: number;
  readonly codes: Uint8Array;
  readonly failing: Uint8Array;
}

function ratingColumn(dimensions: readonly Dimension[], name: DimensionName, count: number, filters: Filters): RatingColumn {
  const at = dimensions.findIndex((dimension) => dimension.name === name);
  const found = dimensions[at] as RatingDimension | undefined;
  if (!found) return { at, codes: new Uint8Array(count), failing: new Uint8Array(1) };
  return { at, codes: found.codes, failing: failingOf(found, at, filters) };
}

function addEntities(
  bars: Int32Array,
  { offsets, members, counts }: EntityDimension,
  passing: Int32Array,
  own: Int32Array,
): void {
  for (let entity = 0; entity < passing.length; entity++) {
    const ratings = (passing[entity] as number) + (own[entity] as number);
    if (ratings === 0) continue;
    const by = counts === 'ratings' ? ratings : 1;
    for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++) {
      const bin = members[i] as number;
      bars[bin] = (bars[bin] as number) + by;
    }
  }
}
