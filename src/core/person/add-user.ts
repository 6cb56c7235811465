import type { CategoricalColumn, Demographics } from '../demographics.ts';
import type { IdMap, MovieIndex, RawId, UserId, UserIndex } from '../ids.ts';
import type { Ratings } from '../ratings.ts';
import { TRAIN } from '../split/parts.ts';

/** A rating of a user who is to be added, on the scale of the data. */
export interface NewRating {
  readonly movie: MovieIndex;
  readonly stars: number;
  /** Seconds since 1970-01-01 UTC; null where nobody knows. */
  readonly time: number | null;
}

/** The id that is free after the last: the next number, or a name where ids are texts. */
export function nextUserId({ userIds }: Pick<Ratings, 'userIds'>): RawId {
  if (userIds.kind === 'number') return Number(userIds.idOf((userIds.size - 1) as UserIndex)) + 1;
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'me' : `me-${number}`;
    if (userIds.indexOf(name) === undefined) return name;
  }
}

/**
 * The ratings with those of one user more, who comes last; movies and scale stay. Where the data has times, a rating without one is as new as the
 * newest. `before` are the ratings as they were, over the same arrays, so that both are there without taking twice the room.
 */
export function addUser(
  ratings: Ratings,
  userId: RawId,
  rows: readonly NewRating[],
): { readonly ratings: Ratings; readonly before: Ratings } {
  const { userIds, timestamps, parts, demographics, count } = ratings;
  const user = userIds.size;
  const longer = <T extends Int32Array | Float32Array | Uint32Array | Uint8Array>(column: T, added: readonly number[]): T => {
    const all = new (column.constructor as new (length: number) => T)(count + added.length);
    all.set(column);
    all.set(added, count);
    return all;
  };
  const newest = timestamps?.reduce((most, time) => Math.max(most, time), 0) ?? 0;
  const columns = {
    users: longer(
      ratings.users,
      rows.map(() => user),
    ),
    movies: longer(
      ratings.movies,
      rows.map(({ movie }) => movie),
    ),
    stars: longer(
      ratings.stars,
      rows.map(({ stars }) => stars),
    ),
    timestamps:
      timestamps &&
      longer(
        timestamps,
        rows.map(({ time }) => time ?? newest),
      ),
    ...(parts && {
      parts: longer(
        parts,
        rows.map(() => TRAIN),
      ),
    }),
  };
  const before = {
    ...ratings,
    users: columns.users.subarray(0, count),
    movies: columns.movies.subarray(0, count),
    stars: columns.stars.subarray(0, count),
    timestamps: columns.timestamps?.subarray(0, count) ?? null,
    ...(columns.parts && { parts: columns.parts.subarray(0, count) }),
  };
  const all = { ...ratings, ...columns, count: count + rows.length, userIds: withLast(userIds, userId) };
  return { ratings: { ...all, demographics: demographics && withUnknown(demographics) }, before };
}

function withLast(ids: IdMap<UserId, UserIndex>, last: RawId): IdMap<UserId, UserIndex> {
  const isLast = (id: RawId): boolean => (ids.kind === 'text' ? String(id) : id) === last;
  return {
    size: ids.size + 1,
    kind: ids.kind,
    indexOf: (id) => (isLast(id) ? (ids.size as UserIndex) : ids.indexOf(id)),
    idOf: (index) => (index === ids.size ? (last as UserId) : ids.idOf(index)),
  };
}

const UNKNOWN = 'unknown';

function withUnknown({ gender, age, occupation, zip }: Demographics): Demographics {
  return { gender: oneMore(gender), age: oneMore(age), occupation: oneMore(occupation), zip: oneMore(zip) };
}

function oneMore({ labels, codes }: CategoricalColumn): CategoricalColumn {
  const known = labels.indexOf(UNKNOWN);
  const code = known < 0 ? labels.length : known;
  const longer = new Int32Array(codes.length + 1);
  longer.set(codes);
  longer[codes.length] = code;
  return { labels: known < 0 ? [...labels, UNKNOWN] : labels, codes: longer };
}

/** Tells one person's ratings from another's (FNV-1a over movies and stars). */
export function fingerprintOf(rows: readonly NewRating[]): number {
  let sum = 0x811c9dc5;
  for (const { movie, stars } of rows) {
    for (const part of [movie & 255, (movie >>> 8) & 255, movie >>> 16, Math.round(stars * 100)]) {
      sum = Math.imul(sum ^ part, 0x01000193);
    }
  }
  return sum >>> 0;
}
