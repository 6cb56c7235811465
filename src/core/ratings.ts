import type { Demographics } from './demographics.ts';
import { findDuplicates } from './duplicates.ts';
import { type IdMap, type MovieId, type MovieIndex, type RawId, takeIds, type UserId, type UserIndex } from './ids.ts';
import type { LoadNote } from './load-notes.ts';
import { findScale, type RatingScale } from './rating-scale.ts';

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

export interface JoinedRatings {
  readonly ratings: Ratings;
  /** What was odd, and what was done about it. */
  readonly notes: readonly LoadNote[];
}

/**
 * Joins parsed columns and movie records into ratings over dense indices. Takes the columns over: their arrays become those of
 * the ratings. Ratings off the scale and all but the newest of the same movie by the same user are left out; so are movies that
 * nobody rated. A rated movie without a record is titled by its id. `records` is null where there is no file of titles.
 */
export function joinRatings(parsed: RatingColumns, records: readonly MovieRecord[] | null): JoinedRatings {
  const notes: LoadNote[] = [];
  const note = (kind: LoadNote['kind'], count: number, rule: string): void => {
    if (count > 0) notes.push({ kind, count, rule });
  };
  const { scale, isOn, off } = findScale(parsed.stars);
  const onScale = off > 0 ? keepRows(parsed, (at) => isOn(parsed.stars[at] as number)) : parsed;
  note('out-of-scale', off, `They are left out: all others lie on ${scale.min} – ${scale.max}.`);

  const userIds = takeIds<UserId, UserIndex>(onScale.users, parsed.userLabels);
  const movieIds = takeIds<MovieId, MovieIndex>(onScale.movies, parsed.movieLabels);
  const older = findDuplicates(onScale, userIds.size, movieIds.size);
  const { users, movies, stars, timestamps } = older ? keepRows(onScale, (at) => older[at] === 0) : onScale;
  note(
    'duplicate-ratings',
    onScale.stars.length - stars.length,
    timestamps ? 'The newest counts.' : 'The last in the file counts.',
  );

  const byIndex = new Map<MovieIndex, MovieRecord>();
  const listed = records ?? [];
  let [unrated, repeated] = [0, 0];
  for (const record of listed) {
    const index = movieIds.indexOf(record.id);
    if (index === undefined) unrated++;
    else if (byIndex.has(index)) repeated++;
    else byIndex.set(index, record);
  }
  note('unrated-movies', unrated, 'They are left out: nothing can be learned of them.');
  note('duplicate-movies', repeated, 'The first in the file counts.');
  const catalogue = Array.from({ length: movieIds.size }, (_, index): Movie => {
    const id = movieIds.idOf(index as MovieIndex);
    const record = byIndex.get(index as MovieIndex);
    if (record && record.title !== '') return { ...record, id };
    return { id, title: typeof id === 'string' ? id : `Movie ${id}`, year: record?.year ?? null, genres: record?.genres ?? [] };
  });
  if (records) {
    const untitled = Uint8Array.from(catalogue, (_, index) => (byIndex.get(index as MovieIndex)?.title ? 0 : 1));
    note('missing-titles', countOf(untitled), 'They go by their IDs.');
    note(
      'orphan-ratings',
      movies.reduce((sum, movie) => sum + (byIndex.has(movie as MovieIndex) ? 0 : 1), 0),
      'They count like all others.',
    );
  }
  const ratings = {
    count: stars.length,
    users,
    movies,
    stars,
    timestamps,
    userIds,
    movieIds,
    catalogue,
    scale,
    demographics: null,
  };
  return { ratings, notes };
}

/** Joins what needs no notes. */
export const buildRatings = (columns: RatingColumns, records: readonly MovieRecord[]): Ratings =>
  joinRatings(columns, records).ratings;

const countOf = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);

/** The rows that are wanted, in the same arrays. */
function keepRows(columns: RatingColumns, isKept: (at: number) => boolean): RatingColumns {
  const { users, movies, stars, timestamps } = columns;
  let count = 0;
  for (let at = 0; at < stars.length; at++) {
    if (!isKept(at)) continue;
    users[count] = users[at] as number;
    movies[count] = movies[at] as number;
    stars[count] = stars[at] as number;
    if (timestamps) timestamps[count] = timestamps[at] as number;
    count++;
  }
  return {
    ...columns,
    users: users.subarray(0, count),
    movies: movies.subarray(0, count),
    stars: stars.subarray(0, count),
    timestamps: timestamps?.subarray(0, count) ?? null,
  };
}
