import { expect, it } from 'vitest';
import { completeMapping } from './column-roles.ts';

it('is complete with user and item in columns of their own', () => {
  expect(completeMapping({ user: 1, item: 0 })).toEqual({ mapping: { user: 1, item: 0 }, problem: null });
  expect(completeMapping({ user: 2, item: 0, rating: 1 })).toEqual({ mapping: { user: 2, item: 0, rating: 1 }, problem: null });
  const all = { user: 0, item: 1, rating: 2, timestamp: 3, title: 4 };
  expect(completeMapping(all)).toEqual({ mapping: all, problem: null });
});

it.each([
  [{}, 'Still to choose: user, movie or item.'],
  [{ user: 0, rating: 1, title: 2 }, 'Still to choose: movie or item.'],
  [{ user: 0, item: 0, rating: 1 }, 'User and movie or item are the same column.'],
  [{ user: 0, item: 1, rating: 2, title: 1 }, 'Movie or item and title are the same column.'],
])('with %j says what is wrong', (chosen, problem) => {
  expect(completeMapping(chosen)).toEqual({ mapping: null, problem });
});
