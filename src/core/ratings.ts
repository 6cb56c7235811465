import type { Demographics } from './demographics.ts';
import { type IdMap, type MovieId, type MovieIndex, type RawId, takeIds, type UserId, type UserIndex } from './ids.ts';

/** The smallest and largest star value, and the distance between two neighbouring values. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface Movie {
  readonly id: MovieId;
  /** Without the year. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

/** One rating per position in four parallel arrays, users and movies as dense indices. */
export interface Ratings {
  readonly count: number;
  readonly users: Int32Array; // (count), UserIndex
  readonly movies: Int32Array; // (count), MovieIndex
  readonly stars: Float32Array; // (count)
  /** (count), seconds since 1970-01-01 UTC; null where the data has no times. */
  readonly timestamps: Uint32Array | null;
  readonly userIds: IdMap<UserId, UserIndex>;
  readonly movieIds: IdMap<MovieId, MovieIndex>;
  /** By MovieIndex. */
  readonly catalogue: readonly Movie[];
  readonly scale: RatingScale;
  /** By UserIndex; null where nothing is known of the users. */
  readonly demographics: Demographics | null;
}

/** What a parser delivers: parallel columns with raw ids, which are numbers, or positions in the labels where there are any. */
export interface RatingColumns {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly stars: Float32Array;
  readonly timestamps: Uint32Array | null;
  readonly userLabels?: readonly string[] | undefined;
  readonly movieLabels?: readonly string[] | undefined;
}

export interface MovieRecord {
  readonly id: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

/**
 * Joins parsed columns and movie records into ratings over dense indices. Takes the columns over: their arrays become those of
 * the ratings. Movies that nobody rated are left out; a rated movie without a record is titled by its id.
 */
export function buildRatings(columns: RatingColumns, records: readonly MovieRecord[]): Ratings {
  const userIds = takeIds<UserId, UserIndex>(columns.users, columns.userLabels);
  const movieIds = takeIds<MovieId, MovieIndex>(columns.movies, columns.movieLabels);
  const byIndex = new Map(records.map((record) => [movieIds.indexOf(record.id), record]));
  const catalogue = Array.from({ length: movieIds.size }, (_, index): Movie => {
    const id = movieIds.idOf(index as MovieIndex);
    const record = byIndex.get(index as MovieIndex);
    if (record) return { ...record, id };
    return { id, title: typeof id === 'string' ? id : `Movie ${id}`, year: null, genres: [] };
  });
  return {
    count: columns.stars.length,
    users: columns.users,
    movies: columns.movies,
    stars: columns.stars,
    timestamps: columns.timestamps,
    userIds,
    movieIds,
    catalogue,
    scale: detectScale(columns.stars),
    demographics: null,
  };
}

/** Whole or half stars, from the values that occur. */
export function detectScale(stars: Float32Array): RatingScale {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let step = 1;
  for (const value of stars) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (value % 1 !== 0) step = 0.5;
  }
  return { min, max, step };
}
