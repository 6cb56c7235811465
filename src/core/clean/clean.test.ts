import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LabError } from '../errors.ts';
import { joinInSlices } from '../join-ratings.ts';
import { countValues } from '../rating-scale.ts';
import { finish } from '../slices.ts';
import { cleanColumns } from './clean.ts';
import { type Cleaning, UNCLEANED } from './cleaning.ts';

interface Row {
  readonly user: number;
  readonly movie: number;
  readonly value: number;
  readonly time: number;
}

const rows = fc.array(
  fc.record({ user: fc.nat(5), movie: fc.nat(4), value: fc.constantFrom(-1, 0, 1, 2, 3, 4, 5), time: fc.nat(3) }),
  { minLength: 2, maxLength: 80 },
);
const limit = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const cleanings: fc.Arbitrary<Cleaning> = fc.record({
  notRated: fc.constantFrom<readonly number[]>([], [0], [-1], [-1, 0], [3]),
  least: limit,
  most: limit,
  repeats: fc.constantFrom('newest', 'mean', 'sum', 'largest'),
  perUser: fc.integer({ min: 1, max: 3 }),
  perItem: fc.integer({ min: 1, max: 3 }),
  values: fc.constantFrom('raw', 'log1p'),
});

const columnsOf = (rows: readonly Row[], hasTimes: boolean) => ({
  users: Int32Array.from(rows, ({ user }) => 10 * user),
  movies: Int32Array.from(rows, ({ movie }) => 7 * movie),
  stars: Float32Array.from(rows, ({ value }) => value),
  timestamps: hasTimes ? Uint32Array.from(rows, ({ time }) => time) : null,
});

function clean(rows: readonly Row[], hasTimes: boolean, cleaning: Cleaning) {
  const columns = columnsOf(rows, hasTimes);
  const tally = finish(countValues(columns.stars));
  return finish(cleanColumns(columns, cleaning, { name: undefined, exists: true }, tally));
}

/** The same by lists of rows, one step after the other. */
function byBruteForce(rows: readonly Row[], hasTimes: boolean, cleaning: Cleaning): readonly Row[] {
  const { notRated, least, most, repeats, perUser, perItem, values } = cleaning;
  const inside = rows.filter(
    ({ value }) => !notRated.includes(value as never) && value >= (least ?? value) && value <= (most ?? value),
  );
  const newest = (some: readonly Row[]): Row => some.reduce((best, row) => (hasTimes && row.time < best.time ? best : row));
  const merged = inside.flatMap((row) => {
    const same = inside.filter(({ user, movie }) => user === row.user && movie === row.movie);
    if (newest(same) !== row) return [];
    const all = same.map(({ value }) => value);
    const sum = all.reduce((total, value) => total + value, 0);
    const value = { newest: row.value, mean: sum / all.length, sum, largest: Math.max(...all) }[repeats as 'newest'];
    return [{ ...row, value }];
  });
  const thin = (some: readonly Row[]): readonly Row[] => {
    const left = some.filter(
      (row) =>
        some.filter(({ user }) => user === row.user).length >= perUser &&
        some.filter(({ movie }) => movie === row.movie).length >= perItem,
    );
    return left.length === some.length ? left : thin(left);
  };
  const isLogged = values === 'log1p' && Math.min(...inside.map(({ value }) => value)) > -1;
  return thin(merged).map((row) => (isLogged ? { ...row, value: Math.log1p(row.value) } : row));
}

test('the ratings that count are those of one step after the other, by brute force', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), cleanings, (rows, hasTimes, cleaning) => {
      const wanted = byBruteForce(rows, hasTimes, cleaning);
      // What no setting asks for is left to the join.
      const isSettled = cleaning.repeats !== 'newest' || cleaning.perUser > 1 || cleaning.perItem > 1;
      if (wanted.length < 2 && !isSettled) return;
      if (wanted.length < 2) return void expect(() => clean(rows, hasTimes, cleaning)).toThrow(LabError);
      const { columns, scale } = clean(rows, hasTimes, cleaning);
      const { ratings, notes } = finish(joinInSlices(columns, null, scale));
      const found = Array.from(ratings.stars, (value, at) => ({
        user: Number(ratings.userIds.idOf(ratings.users[at] as never)),
        movie: Number(ratings.movieIds.idOf(ratings.movies[at] as never)),
        value,
      }));
      const close = wanted.map(({ user, movie, value }) => ({
        user: 10 * user,
        movie: 7 * movie,
        value: expect.closeTo(value, 4),
      }));
      expect(found).toEqual(close);
      expect(ratings.userIds.size).toBe(new Set(wanted.map(({ user }) => user)).size);
      expect(ratings.stars.every((value) => value >= scale.min - 1e-4 && value <= scale.max + 1e-4)).toBe(true);
      if (cleaning.repeats !== 'newest') expect(notes).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('every rating that is left out is counted in a note', () => {
  fc.assert(
    fc.property(rows, cleanings, (rows, cleaning) => {
      if (byBruteForce(rows, false, cleaning).length < 2) return;
      const { columns, scale, notes } = clean(rows, false, cleaning);
      const { ratings, notes: ofJoin } = finish(joinInSlices(columns, null, scale));
      const left = [...notes, ...ofJoin].reduce((sum, { count }) => sum + count, 0);
      expect(ratings.count + left).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});

const repeated = (value: number, times: number, user: number): readonly Row[] =>
  Array.from({ length: times }, (_, movie) => ({ user, movie, value, time: 0 }));

test('what is guessed is told with how many ratings it concerns, and can be kept', () => {
  const anime = [...repeated(-1, 30, 1), ...repeated(7, 10, 2), ...repeated(9, 10, 3)];
  const guessed = clean(anime, false, UNCLEANED);
  expect(guessed.suspects).toEqual([{ value: -1, count: 30, isLeftOut: true }]);
  expect(guessed.columns.stars).toHaveLength(20);
  expect(guessed.notes).toMatchObject([
    { kind: 'not-rated', count: 30, lines: ['User 10, item 0: -1', expect.anything(), expect.anything()] },
  ]);
  const kept = clean(anime, false, { ...UNCLEANED, notRated: [] });
  expect(kept.suspects).toEqual([{ value: -1, count: 30, isLeftOut: false }]);
  expect(kept.scale).toEqual({ min: -1, max: 9, step: 1 });
});

test('nothing is done to ratings of which nothing is asked', () => {
  const rows = [...repeated(6, 4, 1), ...repeated(10, 4, 2)];
  const { columns, ...found } = clean(rows, true, UNCLEANED);
  expect(columns).toEqual(columnsOf(rows, true));
  expect(found).toEqual({ scale: { min: 6, max: 10, step: 1 }, feedback: 'ratings', suspects: [], readScale: null, notes: [] });
});

test('more values than steps: Jester’s 99 is found among them', () => {
  const stars = Float32Array.from({ length: 9000 }, (_, at) => (at % 3 === 0 ? 99 : 10 * Math.sin(at)));
  const columns = { users: new Int32Array(9000).map((_, at) => at), movies: new Int32Array(9000), stars, timestamps: null };
  const tally = finish(countValues(stars));
  expect(tally).toBeNull();
  const { suspects, scale, feedback } = finish(cleanColumns(columns, UNCLEANED, { name: undefined, exists: true }, tally));
  expect(suspects).toEqual([{ value: 99, count: 3000, isLeftOut: true }]);
  expect(scale.max).toBeLessThanOrEqual(10);
  expect(feedback).toBe('ratings');
});

test('counts are liked from the least on, and there is no logarithm of −1', () => {
  const counts = [...repeated(1, 9, 1), ...repeated(120, 1, 2)];
  expect(clean(counts, false, UNCLEANED)).toMatchObject({ feedback: 'counts', scale: { min: 1, max: 120, likedFrom: 1 } });
  const logged = clean(counts, false, { ...UNCLEANED, values: 'log1p' });
  expect(logged.scale.max).toBeCloseTo(Math.log(121), 4);
  expect(logged.readScale).toMatchObject({ min: 1, max: 120 });
  const signed = clean([...repeated(-1, 3, 1), ...repeated(1, 3, 2)], false, { ...UNCLEANED, values: 'log1p' });
  expect(signed).toMatchObject({ readScale: null, scale: { min: -1, max: 1 } });
  expect(signed.notes).toHaveLength(1);
});

test('ratings far from all others are told where all are counted, not by a sample', () => {
  const columns = columnsOf(
    Array.from({ length: 400 }, (_, i) => ({
      user: i % 20,
      movie: Math.floor(i / 20),
      value: i === 0 ? -30 : i % 3 === 0 ? 5 : 2 + i / 60,
      time: i,
    })),
    true,
  );
  const tally = finish(countValues(columns.stars));
  expect(tally).toBeNull();
  expect(finish(cleanColumns(columns, UNCLEANED, { name: undefined, exists: true }, tally)).notes).toEqual([]);
});
