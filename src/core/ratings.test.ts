import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MovieIndex, UserIndex } from './ids.ts';
import { detectScale } from './rating-scale.ts';
import { buildRatings, type RatingColumns } from './ratings.ts';

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

describe('the rating scale', () => {
  test.each([
    [[1, 5, 3], { min: 1, max: 5, step: 1 }],
    [[0.5, 5, 3], { min: 0.5, max: 5, step: 0.5 }],
    [[2, 2], { min: 2, max: 2, step: 1 }],
    [[4.5], { min: 4.5, max: 4.5, step: 0.5 }],
  ])('of %j is %j', (stars, scale) => {
    expect(detectScale(Float32Array.from(stars))).toEqual(scale);
  });
});
