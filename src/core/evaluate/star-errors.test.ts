import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from './calibration.ts';
import { groupErrors } from './error-groups.ts';
import { measureStars, type Predicted } from './star-errors.ts';

const predictedOf = (
  rows: readonly (readonly [user: number, movie: number, truth: number, prediction: number])[],
): Predicted => ({
  users: Int32Array.from(rows, ([user]) => user),
  movies: Int32Array.from(rows, (row) => row[1]),
  truths: Float32Array.from(rows, (row) => row[2]),
  predictions: Float32Array.from(rows, (row) => row[3]),
});

const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
    fc.integer({ min: 4, max: 40 }).map((eighth) => eighth / 8),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('errors in stars', () => {
  test('by hand', () => {
    const { rmse, mae, r2 } = measureStars(
      predictedOf([
        [0, 0, 4, 3],
        [0, 1, 2, 2],
        [1, 0, 3, 5],
      ]),
      1,
    );
    expect(rmse?.value).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(mae?.value).toBeCloseTo(1, 12);
    expect(r2?.value).toBeCloseTo(1 - 5 / 2, 12);
  });

  test('are those of their definitions, to 1e-9, whoever the users are', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { rmse, mae, r2 } = measureStars(predictedOf(list), 1);
        const errors = list.map((row) => row[3] - row[2]);
        const mean = list.reduce((sum, row) => sum + row[2], 0) / list.length;
        const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
        const spread = list.reduce((sum, row) => sum + (row[2] - mean) ** 2, 0);
        expect(Math.abs((rmse?.value as number) - Math.sqrt(squares / list.length))).toBeLessThan(1e-9);
        expect(
          Math.abs((mae?.value as number) - errors.reduce((sum, error) => sum + Math.abs(error), 0) / list.length),
        ).toBeLessThan(1e-9);
        if (list.every((row) => row[2] === list[0]?.[2])) expect(r2).toBeNull();
        else expect(Math.abs((r2?.value as number) - (1 - squares / spread)) / (1 + squares / spread)).toBeLessThan(1e-9);
      }),
    );
  });

  test('equal ratings have no variance to explain', () => {
    expect(
      measureStars(
        predictedOf([
          [0, 0, 0.1, 1],
          [1, 0, 0.1, 2],
          [2, 0, 0.1, 3],
        ]),
        1,
      ).r2,
    ).toBeNull();
  });

  test('the same seed gives the same interval', () => {
    const list = predictedOf([
      [0, 0, 4, 3],
      [1, 1, 2, 2],
      [2, 0, 3, 5],
      [3, 0, 1, 2],
    ]);
    expect(measureStars(list, 5)).toEqual(measureStars(list, 5));
    const { rmse } = measureStars(list, 5);
    expect(rmse?.low).toBeLessThan(rmse?.value as number);
    expect(rmse?.high).toBeGreaterThan(rmse?.value as number);
  });
});

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const GENRES = { names: ['Drama', 'War'], genres: [Int32Array.of(0), Int32Array.of(0, 1), new Int32Array()] };

describe('groups of errors', () => {
  const task = { counts: Int32Array.of(0, 9, 100), activity: Int32Array.of(10, 0) };
  const groups = groupErrors(
    predictedOf([
      [0, 0, 4, 3],
      [0, 1, 2, 4],
      [1, 2, 4, 4],
      [1, 0, 1, 4],
    ]),
    task,
    GENRES,
    SCALE,
  );

  test('by how often the movie and the user were seen', () => {
    expect(groups.popularity.map(({ label, ratings }) => [label, ratings])).toEqual([
      ['none', 2],
      ['1–9', 1],
      ['100–299', 1],
    ]);
    expect(groups.activity.map(({ label, ratings }) => [label, ratings])).toEqual([
      ['none', 2],
      ['10–29', 2],
    ]);
    expect(groups.coldStart.map(({ label, ratings, rmse }) => [label, ratings, rmse])).toEqual([
      ['User and movie known', 1, 2],
      ['Movie new', 1, 1],
      ['User new', 1, 0],
      ['Both new', 1, 3],
    ]);
  });

  test('by genre, a rating for each of its movie’s, and by what was given', () => {
    expect(groups.genre.map(({ label, ratings }) => [label, ratings])).toEqual([
      ['Drama', 3],
      ['War', 1],
    ]);
    expect(groups.genre[0]?.bias).toBeCloseTo((-1 + 2 + 3) / 3, 12);
    expect(groups.stars.map(({ label, rmse }) => [label, rmse])).toEqual([
      ['1', 3],
      ['2', 2],
      ['4', Math.SQRT1_2],
    ]);
  });

  test('every rating is in one group, and their squares add up', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const some = {
          counts: Int32Array.from({ length: 6 }, (_, i) => 40 * i),
          activity: Int32Array.from({ length: 6 }, (_, i) => i),
        };
        const found = groupErrors(predictedOf(list), some, { names: [], genres: new Array(6).fill(new Int32Array()) }, SCALE);
        const squares = list.reduce((sum, row) => sum + (row[3] - row[2]) ** 2, 0);
        for (const groups of [found.popularity, found.activity, found.stars, found.coldStart]) {
          expect(groups.reduce((sum, { ratings }) => sum + ratings, 0)).toBe(list.length);
          expect(groups.reduce((sum, { ratings, rmse }) => sum + ratings * rmse ** 2, 0)).toBeCloseTo(squares, 8);
        }
      }),
    );
  });

  test('many values are put into stretches of the scale', () => {
    const list = predictedOf(Array.from({ length: 101 }, (_, value) => [0, 0, value, 50] as const));
    const { stars } = groupErrors(list, task, GENRES, { min: 0, max: 100, step: 1 });
    expect(stars.map(({ label }) => label)).toContain('90–100');
    expect(stars.map(({ ratings }) => ratings)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 11]);
  });
});

test('calibration has the mean prediction beside the mean truth of each stretch', () => {
  const bins = calibrate(
    predictedOf([
      [0, 0, 4, 4.6],
      [0, 1, 5, 5],
      [1, 2, 1, 0.5],
    ]),
    SCALE,
  );
  expect(bins).toEqual([
    { predicted: 0.5, given: 1, ratings: 1 },
    { predicted: (Math.fround(4.6) + 5) / 2, given: 4.5, ratings: 2 },
  ]);
  expect(calibrate(predictedOf([[0, 0, 3, 3]]), { min: 3, max: 3, step: 0 })).toEqual([{ predicted: 3, given: 3, ratings: 1 }]);
});
