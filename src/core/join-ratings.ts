import { findDuplicates } from './duplicates.ts';
import { type IdMap, type MovieId, type MovieIndex, type RawId, takeIds, type UserId, type UserIndex } from './ids.ts';
import { keepRows } from './keep-rows.ts';
import type { LoadNote } from './load-notes.ts';
import { takeOnScale } from './on-scale.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Movie, MovieRecord, RatingColumns, Ratings } from './ratings.ts';
import { finish, overRows, type Sliced } from './slices.ts';

export interface JoinedRatings {
  readonly ratings: Ratings;
  /** What was odd, and what was done about it. */
  readonly notes: readonly LoadNote[];
}

type Note = (kind: LoadNote['kind'], count: number, rule: string) => void;

/** How often a join goes over the rows, where nothing is odd: what its slices come to, in rows. */
export const JOIN_PASSES = 10;

/**
 * Joins parsed columns and movie records into ratings over dense indices. Takes the columns over: their arrays become those of
 * the ratings, and nothing of their size is made beside them unless ratings are doubled and users mixed. All but the newest of the
 * same movie by the same user are left out; so are movies that nobody rated. A rated movie without
 * a record is titled by its id. `records` is null where there is no file of titles.
 */
export function* joinInSlices(
  onScale: RatingColumns,
  records: readonly MovieRecord[] | null,
  scale: RatingScale,
): Sliced<JoinedRatings> {
  const notes: LoadNote[] = [];
  const note: Note = (kind, count, rule) => {
    if (count > 0) notes.push({ kind, count, rule });
  };
  const userIds = yield* takeIds<UserId, UserIndex>(onScale.users, onScale.userLabels);
  const movieIds = yield* takeIds<MovieId, MovieIndex>(onScale.movies, onScale.movieLabels);
  const older = yield* findDuplicates(onScale, userIds.size, movieIds.size);
  const { users, movies, stars, timestamps, parts } = older ? yield* keepRows(onScale, (at) => older[at] === 0) : onScale;
  const rule = timestamps ? 'The newest counts.' : 'The last in the file counts.';
  note('duplicate-ratings', onScale.stars.length - stars.length, rule);

  const { catalogue, isListed } = catalogueOf(movieIds, records ?? [], note);
  if (records?.some(({ title }) => title !== '')) {
    const untitled = isListed.filter((_, movie) => isListed[movie] !== TITLED).length;
    note('missing-titles', untitled, 'They are shown by their IDs.');
    note('orphan-ratings', yield* countOrphans(movies, isListed), 'They are used like all others.');
  }
  const columns = { count: stars.length, users, movies, stars, timestamps };
  return { ratings: { ...columns, userIds, movieIds, catalogue, scale, ...(parts && { parts }), demographics: null }, notes };
}

/** Joins at one go, without the ratings off the scale that all others show. */
export function joinRatings(parsed: RatingColumns, records: readonly MovieRecord[] | null): JoinedRatings {
  const { columns, scale, notes } = finish(takeOnScale(parsed));
  const joined = finish(joinInSlices(columns, records, scale));
  return { ...joined, notes: [...notes, ...joined.notes] };
}

/** Joins what needs no notes. */
export const buildRatings = (columns: RatingColumns, records: readonly MovieRecord[]): Ratings =>
  joinRatings(columns, records).ratings;

const UNLISTED = 0;
const LISTED = 1;
const TITLED = 2;

/** The rated movies by index, and whether each has a record, and that a title, (movies). */
function catalogueOf(
  movieIds: IdMap<MovieId, MovieIndex>,
  records: readonly MovieRecord[],
  note: Note,
): { readonly catalogue: readonly Movie[]; readonly isListed: Uint8Array } {
  const byIndex = new Map<MovieIndex, MovieRecord>();
  let [unrated, repeated] = [0, 0];
  const indexOf = finderOf(movieIds, records);
  for (const record of records) {
    const index = indexOf(record.id);
    if (index === undefined) unrated++;
    else if (byIndex.has(index)) repeated++;
    else byIndex.set(index, record);
  }
  note('unrated-movies', unrated, 'They are left out: nothing can be learned about them.');
  note('duplicate-movies', repeated, 'The first in the file counts.');
  const isListed = new Uint8Array(movieIds.size);
  const catalogue = Array.from({ length: movieIds.size }, (_, at): Movie => {
    const id = movieIds.idOf(at as MovieIndex);
    const record = byIndex.get(at as MovieIndex);
    isListed[at] = record === undefined ? UNLISTED : record.title === '' ? LISTED : TITLED;
    if (record && record.title !== '') return { ...record, id };
    return { id, title: typeof id === 'string' ? id : `Movie ${id}`, year: record?.year ?? null, genres: record?.genres ?? [] };
  });
  return { catalogue, isListed };
}

/**
 * The movie of a record's id. Where none is written as the ratings have it, zeros in front do not count: a table that was saved by
 * another program often has none.
 */
function finderOf(movieIds: IdMap<MovieId, MovieIndex>, records: readonly MovieRecord[]): (id: RawId) => MovieIndex | undefined {
  if (records.some(({ id }) => movieIds.indexOf(id) !== undefined)) return movieIds.indexOf;
  const plain = (id: RawId): string => String(id).replace(/^0+(?=.)/, '');
  const found = new Map<string, MovieIndex>();
  for (let at = 0; at < movieIds.size; at++) found.set(plain(movieIds.idOf(at as MovieIndex)), at as MovieIndex);
  // Two that differ by nothing else are two movies.
  return found.size === movieIds.size ? (id) => found.get(plain(id)) : movieIds.indexOf;
}

function* countOrphans(movies: Int32Array, isListed: Uint8Array): Sliced<number> {
  let orphans = 0;
  yield* overRows(movies.length, (from, to) => {
    for (let at = from; at < to; at++) if (isListed[movies[at] as number] === UNLISTED) orphans++;
  });
  return orphans;
}
