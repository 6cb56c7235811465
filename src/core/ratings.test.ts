import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MovieIndex, UserIndex } from './ids.ts';
import { buildRatings, joinRatings, type RatingColumns } from './ratings.ts';

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
    expect(notes).toEqual([{ kind: 'out-of-scale', count: 1, rule: 'They are left out: all others lie on 1 – 5.' }]);
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
