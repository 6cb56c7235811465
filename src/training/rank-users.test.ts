import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { listRows } from '../core/lists.ts';
import { mix32 } from '../core/random.ts';
import { type RankedUsers, rankUsers } from './rank-users.ts';

/** Few different values, so that scores are often equal. */
const scoreOf = (user: number, movie: number): number => (mix32(user * 8191 + movie) >>> 0) % 7;

function rankedUsers(users: readonly number[], movies: number, rated: readonly (readonly [number, number])[]): RankedUsers {
  const seen = listRows(
    Math.max(0, ...users) + 1,
    Int32Array.from(rated, ([user]) => user),
    Int32Array.from(rated, ([, movie]) => movie),
  );
  const score = async (asked: Int32Array) =>
    Float32Array.from({ length: asked.length * movies }, (_, i) => scoreOf(asked[Math.floor(i / movies)] as number, i % movies));
  return { score, users: Int32Array.from(users), movies, seen, count: 4 };
}

/** Sorts all movies that the user has not rated. */
function bySorting(user: number, movies: number, rated: readonly (readonly [number, number])[]): number[] {
  const open = Array.from({ length: movies }, (_, movie) => movie).filter(
    (movie) => !rated.some(([by, what]) => by === user && what === movie),
  );
  return open.sort((a, b) => scoreOf(user, b) - scoreOf(user, a) || a - b).slice(0, 4);
}

async function collect(plan: RankedUsers) {
  const found: [number, readonly number[]][] = [];
  for await (const { users, top } of rankUsers(plan)) users.forEach((user, i) => void found.push([user, top[i] ?? []]));
  return found;
}

test('gives each user what sorting all the movies gives that they have not rated', async () => {
  const shapes = fc.integer({ min: 1, max: 12 }).chain((movies) =>
    fc.record({
      movies: fc.constant(movies),
      users: fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
      rated: fc.array(fc.tuple(fc.nat(9), fc.nat(movies - 1)), { maxLength: 40 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(shapes, async ({ users, movies, rated }) => {
      const known = rated.filter(([user]) => user <= Math.max(0, ...users));
      const expected = users.map((user) => [user, bySorting(user, movies, known)]);
      expect(await collect(rankedUsers(users, movies, known))).toEqual(expected);
    }),
  );
});

test('goes block by block where there are many movies, and no further than it is asked', async () => {
  const movies = 700_000;
  const plan = rankedUsers([5, 3, 8, 1, 0], movies, [[3, 1]]);
  const score = vi.fn(async (users: Int32Array) => new Float32Array(users.length * movies));
  const blocks = rankUsers({ ...plan, score });
  expect((await blocks.next()).value).toEqual({
    users: Int32Array.of(5, 3),
    top: [
      [0, 1, 2, 3],
      [0, 2, 3, 4],
    ],
  });
  expect(score).toHaveBeenCalledTimes(1);
  await blocks.return(undefined);
  expect(score).toHaveBeenCalledTimes(1);
});
