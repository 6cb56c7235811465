import { describe, expect, test } from 'vitest';
import { LabError } from '../../../core/errors.ts';
import { findUser } from '../../../core/find-user.ts';
import type { UserIndex } from '../../../core/ids.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import { movieStatistics } from '../../../core/movie-statistics.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { finish } from '../../../core/slices.ts';
import { gatherParts } from '../../../core/split/parts.ts';
import type { Model } from '../../../lab/model.ts';
import type { Scores } from '../../../lab/predictor.ts';
import { recommendation } from './recommendation.ts';

type Row = readonly [user: number, movie: number, stars: number, timestamp: number];

// User 7 rated 10, 20 and 30; the others are open.
const ROWS: readonly Row[] = [
  [7, 10, 3, 100],
  [9, 10, 5, 100],
  [7, 20, 4.5, 200],
  [9, 40, 2, 100],
  [7, 30, 4.5, 300],
  [9, 50, 1, 100],
  [3, 40, 3, 100],
  [3, 60, 4, 100],
];

function ratingsOf(rows: readonly Row[]): Ratings {
  const column = (at: number) => rows.map((row) => row[at] as number);
  const columns = {
    users: Int32Array.from(column(0)),
    movies: Int32Array.from(column(1)),
    stars: Float32Array.from(column(2)),
    timestamps: Uint32Array.from(column(3)),
  };
  return buildRatings(columns, [{ id: 40, title: 'Heat', year: 1995, genres: ['Crime'] }]);
}

function runOf(rows: readonly Row[], heldOut: readonly number[] = []): Model {
  const ratings = ratingsOf(rows);
  const marks = new Uint8Array(rows.length);
  for (const at of heldOut) marks[at] = 1;
  return {
    runId: 'four',
    data: { ratings, statistics: finish(movieStatistics(ratings)) },
    parts: { split: gatherParts(marks) },
  } as unknown as Model;
}

/** Ranked by the prediction. */
function byStars(...predictions: readonly number[]): Scores {
  const stars = Float32Array.from(predictions);
  return { stars, ranking: stars };
}

const USER_7 = 1 as UserIndex;
// By movie 10, 20, 30, 40, 50, 60.
const SCORES = byStars(5, 4.75, 4.5, 3.5, 2.5, 3.75);

describe('for a user', () => {
  const result = recommendation(runOf(ROWS, [2]), USER_7, SCORES, { count: 2, minRatings: 1 });

  test('the best of what was not rated, however high the rated score', () => {
    expect(result.movies.map(({ movieId, predicted }) => [movieId, predicted])).toEqual([
      [60, 3.75],
      [40, 3.5],
    ]);
  });

  test('each with title, year, genres, and how often and how well it was rated', () => {
    expect(result.movies[1]).toEqual({
      movieId: 40,
      title: 'Heat',
      year: 1995,
      genres: ['Crime'],
      ratings: 2,
      meanStars: 2.5,
      predicted: 3.5,
      score: 3.5,
      gave: null,
    });
  });

  test('beside what the user rated highest, of equals the newest first, with what was held out', () => {
    expect(result.favourites.map(({ movieId, stars, predicted, heldOut }) => [movieId, stars, predicted, heldOut])).toEqual([
      [30, 4.5, 4.5, false],
      [20, 4.5, 4.75, true],
      [10, 3, 5, false],
    ]);
  });

  test('with the raw id and the mean of what was given', () => {
    expect(result).toMatchObject({ runId: 'four', userId: 7, userRatings: 3, userMeanStars: 4 });
  });
});

test('whether the model was trained on any rating of the user', () => {
  const seen = (heldOut: readonly number[]) =>
    recommendation(runOf(ROWS, heldOut), USER_7, SCORES, { count: 2, minRatings: 1 }).seenInTraining;
  expect(seen([])).toBe(true);
  expect(seen([0, 2])).toBe(true);
  expect(seen([0, 2, 4])).toBe(false);
});

test('whether the scores of what is left to recommend order it', () => {
  const ordered = (...ranking: readonly number[]) =>
    recommendation(runOf(ROWS), USER_7, { ...SCORES, ranking: Float32Array.from(ranking) }, { count: 2, minRatings: 1 })
      .isOrdered;
  expect(ordered(9, 9, 9, 1, 3, 2)).toBe(true);
  expect(ordered(9, 7, 8, 1, 1, 1)).toBe(false);
});

test('what ranks need not be the prediction', () => {
  const scores = { ...SCORES, ranking: Float32Array.of(9, 9, 9, 1, 3, 2) };
  const { movies } = recommendation(runOf(ROWS), USER_7, scores, { count: 2, minRatings: 1 });
  expect(movies.map(({ movieId, predicted }) => [movieId, predicted])).toEqual([
    [50, 2.5],
    [60, 3.75],
  ]);
});

test('more wanted than there are gives all that are open; a user who rated all gets none', () => {
  expect(recommendation(runOf(ROWS), USER_7, SCORES, { count: 99, minRatings: 1 }).movies.map(({ movieId }) => movieId)).toEqual([
    60, 40, 50,
  ]);
  const all = ROWS.filter(([user]) => user === 7);
  expect(recommendation(runOf(all), 0 as UserIndex, byStars(1, 2, 3), { count: 5, minRatings: 1 }).movies).toEqual([]);
});

test('at most eight favourites', () => {
  const rows = Array.from({ length: 20 }, (_, i): Row => [1, i, 4, i]);
  const { favourites } = recommendation(runOf(rows), 0 as UserIndex, byStars(...new Float32Array(20)), {
    count: 5,
    minRatings: 1,
  });
  expect(favourites.map(({ movieId }) => movieId)).toEqual([19, 18, 17, 16, 15, 14, 13, 12]);
});

test('a raw id is found; an unknown one is an error that names the valid ones', () => {
  const ratings = ratingsOf(ROWS);
  expect([3, 7, 9].map((id) => findUser(ratings, id))).toEqual([0, 1, 2]);
  for (const id of [0, 1, 8, 7.5, Number.NaN]) {
    expect(() => findUser(ratings, id)).toThrow(LabError);
    expect(() => findUser(ratings, id)).toThrow(`There is no user ${id}.`);
  }
  expect(() => findUser(ratings, 8)).toThrow(
    expect.objectContaining({ code: 'unknown-user', remedy: 'Type a whole number from 3 to 9 that is in the data.' }),
  );
});

test('movies that fewer users rated than asked for are left out', () => {
  const ids = (minRatings: number) =>
    recommendation(runOf(ROWS), USER_7, SCORES, { count: 5, minRatings }).movies.map(({ movieId }) => movieId);
  expect(ids(1)).toEqual([60, 40, 50]);
  expect(ids(2)).toEqual([40]);
  expect(ids(3)).toEqual([]);
});
