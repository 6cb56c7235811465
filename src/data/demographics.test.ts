import { expect, test } from 'vitest';
import { buildRatings } from '../core/join-ratings.ts';
import { joinDemographics } from './demographics.ts';
import { parseUUser } from './formats/u-user.ts';
import { parseUsersDat } from './formats/users-dat.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ratings = buildRatings(
  { users: Int32Array.of(5, 1, 9), movies: Int32Array.of(1, 2, 3), stars: Float32Array.of(3, 4, 5), timestamps: null },
  [],
);

test('users.dat of MovieLens 1M, by user index; zips stay texts; who is not listed is unknown and noted', () => {
  const records = parseUsersDat(bytesOf('1::F::1::10::02139\n5::M::56::16::70072-1234\n7::F::25::0::1\n'), 'users.dat');
  const { demographics, notes } = joinDemographics(ratings, records);
  const byUser = ({ labels, codes }: { labels: readonly string[]; codes: Int32Array }) => [...codes].map((code) => labels[code]);
  expect(byUser(demographics.gender)).toEqual(['F', 'M', 'unknown']);
  expect(byUser(demographics.age)).toEqual(['under 18', '56 and over', 'unknown']);
  expect(byUser(demographics.occupation)).toEqual(['K-12 student', 'self-employed', 'unknown']);
  expect(byUser(demographics.zip)).toEqual(['02139', '70072-1234', 'unknown']);
  expect(demographics.age.labels).toEqual(['under 18', '56 and over', 'unknown']);
  expect(notes).toEqual([{ kind: 'unknown-users', count: 1, rule: 'They are shown as “unknown”.' }]);
});

test('u.user of MovieLens 100K', () => {
  expect(parseUUser(bytesOf('1|24|M|technician|85711\n2|53|F|other|T8H1N\n'), 'u.user')).toEqual([
    { id: 1, gender: 'M', age: '24', occupation: 'technician', zip: '85711' },
    { id: 2, gender: 'F', age: '53', occupation: 'other', zip: 'T8H1N' },
  ]);
});

test.each([
  ['1::F::1::10\n', 'users.dat, line 1: there are 4 fields between “::”, not 5.'],
  ['x::F::1::10::1\n', 'users.dat, line 1: “x” is not a user id.'],
  ['1::X::1::10::1\n', 'users.dat, line 1: “X” is neither F nor M.'],
])('%s', (text, message) => {
  expect(() => parseUsersDat(bytesOf(text), 'users.dat')).toThrow(message);
});
