import { expect, test } from 'vitest';
import type { UserIndex } from './ids.ts';
import { buildRatings } from './join-ratings.ts';
import { movieStatistics } from './movie-statistics.ts';
import { finish } from './slices.ts';
import { type UserTrait, usersByTrait } from './users-by-trait.ts';

const MOVIES = 24;

/** User 1 and 2 like the even movies, 3 the odd ones, 4 is new and has rated two. */
function tastes(hasTimes = true) {
  const rows = [1, 2, 3].flatMap((user) =>
    Array.from({ length: MOVIES }, (_, movie) => {
      const isLiked = (movie % 2 === 0) === (user !== 3);
      return [user, movie, isLiked ? 5 : user === 2 ? 2 : 1, 100 * user + movie] as const;
    }),
  );
  const all = [...rows, [4, 0, 3, 900], [4, 1, 3, 901]] as const;
  const columns = {
    users: Int32Array.from(all, ([user]) => user),
    movies: Int32Array.from(all, ([, movie]) => movie),
    stars: Float32Array.from(all, ([, , stars]) => stars),
    timestamps: hasTimes ? Uint32Array.from(all, ([, , , time]) => time) : null,
  };
  return buildRatings(columns, []);
}

const idsOf = (trait: UserTrait, ratings = tastes()) =>
  usersByTrait(ratings, finish(movieStatistics(ratings)), trait, 0 as UserIndex, 9).map(({ user }) => ratings.userIds.idOf(user));

test('users are ordered by their trait', () => {
  expect(idsOf('active')).toEqual([1, 2, 3, 4]);
  expect(idsOf('newest')).toEqual([4, 3, 2, 1]);
  expect(idsOf('alike')[0]).toBe(2);
  expect(idsOf('alike')).not.toContain(1);
  expect(idsOf('alike').at(-1)).toBe(3);
});

test('most eccentric is who is furthest from the others; few ratings cannot be compared', () => {
  expect(idsOf('eccentric')).toHaveLength(3);
  expect(idsOf('eccentric')[0]).toBe(3);
});

test('without times nobody is newest', () => {
  expect(idsOf('newest', tastes(false))).toEqual([]);
});
