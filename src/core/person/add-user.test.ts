import { describe, expect, test } from 'vitest';
import type { MovieIndex, UserIndex } from '../ids.ts';
import { buildRatings } from '../join-ratings.ts';
import type { Ratings } from '../ratings.ts';
import { addUser, fingerprintOf, nextUserId } from './add-user.ts';

const COLUMNS = {
  users: Int32Array.of(7, 3, 7),
  movies: Int32Array.of(50, 60, 60),
  stars: Float32Array.of(4.5, 2, 5),
  timestamps: Uint32Array.of(300, 100, 400),
};
const RATED = [
  { movie: 1 as MovieIndex, stars: 3, time: 900 },
  { movie: 0 as MovieIndex, stars: 1, time: null },
];
const copy = (): Ratings => {
  const { users, movies, stars, timestamps } = COLUMNS;
  return buildRatings({ users: users.slice(), movies: movies.slice(), stars: stars.slice(), timestamps: timestamps.slice() }, []);
};

describe('the next free id', () => {
  test('follows the last number', () => expect(nextUserId(copy())).toBe(8));
  test('is a name among names', () => {
    const named = (...userLabels: readonly string[]) =>
      buildRatings({ ...COLUMNS, users: Int32Array.of(0, 1, 0), movies: Int32Array.of(1, 2, 2), userLabels }, []);
    expect(nextUserId(named('anna', 'bo'))).toBe('me');
    expect(nextUserId(named('me', 'me-2'))).toBe('me-3');
  });
});

test('a user comes last, with their ratings, and everything else stays', () => {
  const ratings = copy();
  const { ratings: more } = addUser(ratings, 8, RATED);
  expect(more.count).toBe(5);
  expect([...more.users]).toEqual([1, 0, 1, 2, 2]);
  expect([...more.movies]).toEqual([0, 1, 1, 1, 0]);
  expect([...more.stars]).toEqual([4.5, 2, 5, 3, 1]);
  // Without a time: as new as the newest.
  expect([...(more.timestamps ?? [])]).toEqual([300, 100, 400, 900, 400]);
  expect(more.userIds.size).toBe(3);
  expect([more.userIds.indexOf(8), more.userIds.indexOf(7), more.userIds.indexOf(9)]).toEqual([2, 1, undefined]);
  expect([0, 1, 2].map((index) => more.userIds.idOf(index as UserIndex))).toEqual([3, 7, 8]);
  expect(() => more.userIds.idOf(3 as UserIndex)).toThrow(RangeError);
  expect([more.movieIds, more.catalogue, more.scale]).toEqual([ratings.movieIds, ratings.catalogue, ratings.scale]);
});

test('what was there before is there still, over the same arrays', () => {
  const ratings = copy();
  const { ratings: more, before } = addUser(ratings, 8, RATED);
  expect(before).toEqual(ratings);
  expect(before.stars.buffer).toBe(more.stars.buffer);
});

test('of whom nothing is known stands under “unknown”; their ratings are of the part to train on', () => {
  const column = { labels: ['F', 'M'], codes: Int32Array.of(0, 1) };
  const known = { labels: ['25', 'unknown'], codes: Int32Array.of(1, 0) };
  const demographics = { gender: column, age: known, occupation: column, zip: column };
  const { ratings: more } = addUser({ ...copy(), demographics, parts: Uint8Array.of(0, 2, 2) }, 8, RATED);
  expect(more.demographics?.gender).toEqual({ labels: ['F', 'M', 'unknown'], codes: Int32Array.of(0, 1, 2) });
  expect(more.demographics?.age).toEqual({ labels: ['25', 'unknown'], codes: Int32Array.of(1, 0, 1) });
  expect([...(more.parts ?? [])]).toEqual([0, 2, 2, 0, 0]);
});

test('another person, or another rating, has another fingerprint', () => {
  const [first, second] = RATED as [(typeof RATED)[0], (typeof RATED)[0]];
  const prints = [RATED, [first], [second, first], [{ ...first, stars: 3.5 }, second], []].map(fingerprintOf);
  expect(new Set(prints).size).toBe(prints.length);
  expect(fingerprintOf([...RATED])).toBe(prints[0]);
});
