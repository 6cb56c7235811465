import { expect, test } from 'vitest';
import { featureLists, featureSizes } from './feature-lists.ts';
import { buildRatings } from './join-ratings.ts';
import { createCalendar, PERIODS, USER_PERIODS } from './periods.ts';

const OFF = {
  genres: false,
  releaseYear: false,
  demographics: false,
  ratedSet: false,
  ratedBy: false,
  ratingTime: false,
  userDrift: false,
};

const ratings = buildRatings(
  {
    users: Int32Array.of(7, 7, 9, 9, 9, 9),
    movies: Int32Array.of(100, 300, 100, 200, 300, 400),
    stars: Float32Array.of(4, 3, 5, 2, 1, 3),
    timestamps: Uint32Array.of(50, 10, 1000, 1001, 1002, 1003),
  },
  [
    { id: 100, title: 'A', year: 1994, genres: ['Drama', 'Comedy'] },
    { id: 200, title: 'B', year: 1995, genres: ['Comedy'] },
    { id: 300, title: 'C', year: null, genres: [] },
    { id: 400, title: 'D', year: 2003, genres: ['Western'] },
  ],
);
const TRAIN = Int32Array.of(0, 1, 2, 4);

test('sizes count what the data knows', () => {
  // 1990–94, 1995–99 and 2000–04
  expect(featureSizes(ratings)).toEqual({ genres: 3, years: 3, demographics: 0, periods: PERIODS, userPeriods: USER_PERIODS });
  expect(featureSizes({ ...ratings, timestamps: null })).toMatchObject({ periods: 0, userPeriods: 0 });
  expect(featureSizes({ ...ratings, catalogue: [] })).toMatchObject({ genres: 0, years: 0 });
});

test('the rated movies of a user are those of the training ratings', () => {
  const { rated } = featureLists(ratings, TRAIN, { ...OFF, ratedSet: true });
  expect(rated).toEqual({ offsets: Int32Array.of(0, 2, 4), rows: Int32Array.of(0, 2, 0, 2) });
});

test('who rated a movie are the users of the training ratings', () => {
  const { raters } = featureLists(ratings, TRAIN, { ...OFF, ratedBy: true });
  expect(raters?.offsets.at(-1)).toBe(TRAIN.length);
  expect(raters?.rows.subarray(0, raters.offsets[1])).toEqual(Int32Array.of(0, 1));
});

test('genres are numbered by letter, years in steps of five; what is unknown has an empty list', () => {
  const lists = featureLists(ratings, TRAIN, { ...OFF, genres: true, releaseYear: true });
  expect(lists).toEqual({
    genres: { offsets: Int32Array.of(0, 2, 3, 3, 4), rows: Int32Array.of(1, 0, 0, 2) },
    year: { offsets: Int32Array.of(0, 1, 2, 2, 3), rows: Int32Array.of(0, 1, 2) },
  });
});

test('demographics are one row of each field', () => {
  const column = (labels: readonly string[], ...codes: readonly number[]) => ({ labels, codes: Int32Array.from(codes) });
  const demographics = {
    gender: column(['F', 'M'], 1, 0),
    age: column(['1', '18', '25'], 2, 0),
    occupation: column(['artist'], 0, 0),
    zip: column(['a', 'b'], 0, 1),
  };
  const known = { ...ratings, demographics };
  expect(featureSizes(known).demographics).toBe(6);
  const lists = featureLists(known, TRAIN, { ...OFF, demographics: true });
  expect(lists.demographics).toEqual({ offsets: Int32Array.of(0, 3, 6), rows: Int32Array.of(1, 4, 5, 0, 2, 5) });
});

test('stretches of time hold equally many training ratings; a user is scored in the last of theirs', () => {
  const users = new Int32Array(240);
  const long = { ...ratings, users, timestamps: Uint32Array.from(users, (_, i) => 10 * i) };
  const calendar = createCalendar(
    long,
    Int32Array.from(users, (_, i) => i),
  );
  const { periods, userPeriods } = calendar?.at(Int32Array.from(users, (_, i) => i)) ?? {};
  expect(periods).toEqual(Int32Array.from(users, (_, i) => Math.floor((i * PERIODS) / 240)));
  expect(userPeriods).toEqual(Int32Array.from(users, (_, i) => Math.floor((i * USER_PERIODS) / 240)));
  expect(calendar?.latest(Int32Array.of(0))).toEqual({
    periods: Int32Array.of(PERIODS - 1),
    userPeriods: Int32Array.of(USER_PERIODS - 1),
  });
  expect(createCalendar({ ...ratings, timestamps: null }, TRAIN)).toBeNull();
});

test('a user without training ratings has rows within the tables', () => {
  const calendar = createCalendar(ratings, Int32Array.of(0, 1));
  const { userPeriods } = calendar?.latest(Int32Array.of(1)) ?? {};
  expect(userPeriods).toEqual(Int32Array.of(USER_PERIODS));
});
