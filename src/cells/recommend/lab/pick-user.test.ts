import { describe, expect, test } from 'vitest';
import { buildRatings } from '../../../core/join-ratings.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { pickUser, placeOf } from './pick-user.ts';

function ratingsOf(users: Int32Array, userLabels?: readonly string[]): Ratings {
  const { length } = users;
  const columns = {
    users,
    movies: new Int32Array(length),
    stars: new Float32Array(length).fill(3),
    timestamps: null,
    userLabels,
  };
  return buildRatings(columns, []);
}

describe('where ids have gaps', () => {
  const ratings = ratingsOf(Int32Array.of(40, 7, 3, 900));
  const beside = (of: number | string, by: -1 | 1) => pickUser(ratings, { kind: 'beside', of, by });

  test('a step leads to the next user there is, and stops at the ends', () => {
    expect([3, 7, 40, 900].map((id) => beside(id, 1))).toEqual([7, 40, 900, 900]);
    expect([3, 7, 40, 900].map((id) => beside(id, -1))).toEqual([3, 3, 7, 40]);
  });

  test('from an id that is none, to the nearest in that direction', () => {
    expect([0, 8, 41, 1000].map((id) => beside(id, 1))).toEqual([3, 40, 900, 900]);
    expect([0, 8, 41, 1000].map((id) => beside(id, -1))).toEqual([3, 7, 40, 900]);
    expect(beside('<b>', 1)).toBe(3);
  });

  test('a draw is always somebody, each as likely', () => {
    expect([0, 0.25, 0.5, 0.999999].map((draw) => pickUser(ratings, { kind: 'random', draw }))).toEqual([3, 7, 40, 900]);
  });
});

test('where ids are texts, a step goes by their first appearance', () => {
  const ratings = ratingsOf(Int32Array.of(0, 1, 0, 2), ['zoë', 'anna', '7']);
  const beside = (of: number | string, by: -1 | 1) => pickUser(ratings, { kind: 'beside', of, by });
  expect(['zoë', 'anna', '7', 'nobody'].map((id) => beside(id, 1))).toEqual(['anna', '7', '7', 'zoë']);
  expect(beside(7, -1)).toBe('anna');
});

test.each([
  ['zeros in front', ['001', '002', '010']],
  ['17 digits', ['90000000000000001', '90000000000000002', '90000000000000003']],
])('ids with %s lead from one to the next', (_, labels) => {
  const ratings = ratingsOf(Int32Array.of(0, 1, 2), labels);
  expect(labels.map((of) => pickUser(ratings, { kind: 'beside', of, by: 1 }))).toEqual([labels[1], labels[2], labels[2]]);
});

test('a number that is typed with zeros in front is that number', () => {
  expect(pickUser(ratingsOf(Int32Array.of(1, 2, 3)), { kind: 'beside', of: '002', by: 1 })).toBe(3);
});

test.each([
  ['numbers', ratingsOf(Int32Array.of(40, 7, 3, 900)), [3, 7, 40, 900]],
  ['texts', ratingsOf(Int32Array.of(0, 1, 0, 2), ['zoë', 'anna', '7']), ['zoë', 'anna', '7']],
] as const)('a place, from 1, stands for a user where ids are %s, and the last one for places beyond', (_, ratings, ids) => {
  for (const [at, id] of ids.entries()) {
    expect(pickUser(ratings, { kind: 'at', place: at + 1 })).toBe(id);
    expect(placeOf(ratings, String(id))).toBe(at + 1);
  }
  expect(pickUser(ratings, { kind: 'at', place: 999 })).toBe(ids.at(-1));
  expect(placeOf(ratings, 'nobody')).toBeNull();
});
