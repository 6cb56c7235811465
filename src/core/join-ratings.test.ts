import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MovieIndex, UserIndex } from './ids.ts';
import { buildRatings, joinInSlices, joinRatings } from './join-ratings.ts';
import type { RatingColumns } from './ratings.ts';

type Row = readonly [user: number, movie: number, stars: number, timestamp: number];

function columnsOf(rows: readonly Row[]): RatingColumns {
  return {
    users: Int32Array.from(rows, ([user]) => user),
    movies: Int32Array.from(rows, ([, movie]) => movie),
    stars: Float32Array.from(rows, ([, , stars]) => stars),
    timestamps: Uint32Array.from(rows, ([, , , timestamp]) => timestamp),
  };
}

const id = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const row: fc.Arbitrary<Row> = fc.tuple(
  id,
  id,
  fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
  fc.nat(),
);

test('every rating keeps its raw user, raw movie, stars and time', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const ratings = buildRatings(columnsOf(rows), []);
      const back = rows.map((_, at) => [
        ratings.userIds.idOf(ratings.users[at] as UserIndex),
        ratings.movieIds.idOf(ratings.movies[at] as MovieIndex),
        ratings.stars[at],
        ratings.timestamps?.[at],
      ]);
      expect(back).toEqual(rows);
      expect(ratings.count).toBe(rows.length);
      expect(ratings.catalogue.map((movie) => movie.id)).toEqual([...new Set(rows.map(([, m]) => m))].sort((a, b) => a - b));
    }),
  );
});

const HEAT = { id: 6, title: 'Heat', year: 1995, genres: ['Action', 'Crime'] };

test('the catalogue stands in index order, whatever the order of the records', () => {
  const casino = { id: 16, title: 'Casino', year: 1995, genres: [] };
  const rows: readonly Row[] = [
    [1, 16, 4, 0],
    [1, 6, 5, 0],
  ];
  expect(buildRatings(columnsOf(rows), [casino, HEAT]).catalogue).toEqual([HEAT, casino]);
});

test('movies that nobody rated are left out', () => {
  const { catalogue, movieIds } = buildRatings(columnsOf([[1, 6, 5, 0]]), [{ ...HEAT, id: 5 }, HEAT, { ...HEAT, id: 7 }]);
  expect(catalogue).toEqual([HEAT]);
  expect(movieIds.indexOf(5)).toBeUndefined();
});

test('a rated movie without a record is titled by its id', () => {
  expect(buildRatings(columnsOf([[1, 6, 5, 0]]), []).catalogue).toEqual([{ id: 6, title: 'Movie 6', year: null, genres: [] }]);
});

describe('what is odd is noted with the rule', () => {
  test('duplicates: the newest counts', () => {
    const rows: readonly Row[] = [
      [1, 6, 5, 30],
      [2, 6, 4, 10],
      [1, 6, 3, 20],
    ];
    const { ratings, notes } = joinRatings(columnsOf(rows), null);
    expect([[...ratings.stars], [...(ratings.timestamps ?? [])], ratings.count]).toEqual([[5, 4], [30, 10], 2]);
    expect(notes).toEqual([{ kind: 'duplicate-ratings', count: 1, rule: 'The newest counts.' }]);
  });

  test('duplicates without times: the last in the file counts', () => {
    const rows: readonly Row[] = [
      [1, 6, 5, 0],
      [1, 6, 3, 0],
    ];
    const { ratings, notes } = joinRatings({ ...columnsOf(rows), timestamps: null }, null);
    expect([...ratings.stars]).toEqual([3]);
    expect(notes).toMatchObject([{ rule: 'The last in the file counts.' }]);
  });

  test('a rating off the scale is left out, and a user with no other', () => {
    const rows = Array.from({ length: 2000 }, (_, at): Row => (at === 7 ? [99, 1, 99, 0] : [at % 20, at, 1 + (at % 5), 0]));
    const { ratings, notes } = joinRatings(columnsOf(rows), null);
    expect([ratings.count, ratings.userIds.size, ratings.userIds.indexOf(99)]).toEqual([1999, 20, undefined]);
    expect(ratings.scale).toEqual({ min: 1, max: 5, step: 1 });
    expect(notes).toEqual([
      { kind: 'out-of-scale', count: 1, rule: 'They are left out: all others lie on 1 – 5.', lines: ['User 99, item 1: 99'] },
    ]);
  });

  test('titles that are missing, empty, doubled, or of movies nobody rated', () => {
    const rows: readonly Row[] = [
      [1, 6, 5, 0],
      [1, 7, 4, 0],
      [2, 7, 4, 0],
      [2, 8, 4, 0],
    ];
    const records = [HEAT, { ...HEAT, title: 'Again' }, { ...HEAT, id: 9 }, { ...HEAT, id: 8, title: '' }];
    const { ratings, notes } = joinRatings(columnsOf(rows), records);
    expect(ratings.catalogue.map(({ title }) => title)).toEqual(['Heat', 'Movie 7', 'Movie 8']);
    expect(notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['unrated-movies', 1],
      ['duplicate-movies', 1],
      ['missing-titles', 2],
      ['orphan-ratings', 2],
    ]);
  });

  test('nothing odd, no notes; movies that are texts are their own titles', () => {
    const columns = { ...columnsOf([[0, 0, 5, 0]]), movieLabels: ['Heat'] };
    const { ratings, notes } = joinRatings(columns, null);
    expect([ratings.catalogue[0]?.title, ratings.movieIds.indexOf('Heat'), notes]).toEqual(['Heat', 0, []]);
  });
});

/** What a join should come to, row by row without any index. */
function joinSimply(rows: readonly Row[]) {
  const newest = new Map<string, { readonly row: Row; readonly at: number }>();
  for (const [at, row] of rows.entries()) {
    const key = `${row[0]} ${row[1]}`;
    const known = newest.get(key);
    if (known === undefined || row[3] >= known.row[3]) newest.set(key, { row, at });
  }
  const kept = [...newest.values()].sort((a, b) => a.at - b.at).map(({ row }) => row);
  const ids = (column: 0 | 1) => [...new Set(rows.map((row) => row[column]))].sort((a, b) => a - b);
  return { kept, users: ids(0), movies: ids(1) };
}

const anyId = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 2 ** 31 - 7, max: 2 ** 31 - 1 }));

test('joins as one would by hand, ids small and huge, pairs doubled, users mixed or in order', () => {
  const anyRow: fc.Arbitrary<Row> = fc.tuple(anyId, anyId, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 60 }), fc.boolean(), (mixed, inOrder) => {
      const rows = inOrder ? mixed.toSorted((a, b) => a[0] - b[0]) : mixed;
      const { kept, users, movies } = joinSimply(rows);
      const { ratings } = joinRatings(columnsOf(rows), null);
      expect(Array.from(ratings.users, (user) => ratings.userIds.idOf(user as UserIndex))).toEqual(kept.map(([user]) => user));
      expect(Array.from(ratings.movies, (movie) => ratings.movieIds.idOf(movie as MovieIndex))).toEqual(
        kept.map(([, movie]) => movie),
      );
      expect([[...ratings.stars], [...(ratings.timestamps ?? [])]]).toEqual([kept.map((r) => r[2]), kept.map((r) => r[3])]);
      expect(users.map((user) => ratings.userIds.indexOf(user))).toEqual(users.map((_, index) => index));
      expect(movies.map((movie) => ratings.movieIds.indexOf(movie))).toEqual(movies.map((_, index) => index));
    }),
    { numRuns: 500 },
  );
});

test.each([1, 7919])('over many slices as in one, ids times %i', (factor) => {
  const rows = Array.from(
    { length: 400_000 },
    (_, at): Row => [((at * 7) % 1000) * factor * 250, Math.floor(at / 1000) * factor * 500, 1 + (at % 5), at],
  );
  const work = joinInSlices(columnsOf(rows), null, { min: 1, max: 5, step: 1 });
  let slices = 0;
  let next = work.next();
  for (; !next.done; next = work.next()) slices++;
  const { ratings } = next.value;
  expect(slices).toBeGreaterThan(10);
  expect([ratings.count, ratings.userIds.size, ratings.movieIds.size]).toEqual([400_000, 1000, 400]);
  expect(
    rows.every(
      ([user, movie], at) =>
        ratings.userIds.idOf(ratings.users[at] as UserIndex) === user &&
        ratings.movieIds.idOf(ratings.movies[at] as MovieIndex) === movie,
    ),
  ).toBe(true);
});
