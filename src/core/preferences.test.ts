import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRatings } from './join-ratings.ts';
import { drawUnknown, likedPositions, likingsOf, rankedRight, ratedMovies, userMeans } from './preferences.ts';
import { createRandom } from './random.ts';

const build = (rows: readonly (readonly [number, number, number])[]) =>
  buildRatings(
    {
      users: Int32Array.from(rows, ([user]) => user),
      movies: Int32Array.from(rows, ([, movie]) => movie),
      stars: Float32Array.from(rows, ([, , stars]) => stars),
      timestamps: new Uint32Array(rows.length),
    },
    [],
  );

const rating = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }));
const ratings = fc
  .uniqueArray(rating, { minLength: 1, maxLength: 40, selector: ([user, movie]) => `${user} ${movie}` })
  .map(build);
const all = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

test('what is drawn was not rated by the user, and every unknown movie comes up', () => {
  fc.assert(
    fc.property(ratings, fc.nat(), (data, seed) => {
      const known = ratedMovies(data, all(data.count));
      const movies = data.movieIds.size;
      const random = createRandom(seed, 'test');
      for (let user = 0; user < data.userIds.size; user++) {
        const own = new Set([...data.movies].filter((_, i) => data.users[i] === user));
        if (own.size === movies) continue;
        const drawn = new Set(drawUnknown(new Int32Array(400).fill(user), known, movies, random));
        const unknown = Array.from({ length: movies }, (_, movie) => movie).filter((movie) => !own.has(movie as never));
        expect([...drawn].sort((a, b) => a - b)).toEqual(unknown);
      }
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('every unknown movie is equally likely', () => {
  const data = build([
    [1, 2, 3],
    [1, 5, 4],
    [2, 1, 3],
    [2, 3, 3],
    [2, 4, 3],
  ]);
  const drawn = drawUnknown(new Int32Array(30_000), ratedMovies(data, all(5)), 5, createRandom(3, 'test'));
  const counts = [0, 0, 0, 0, 0];
  for (const movie of drawn) counts[movie] = (counts[movie] as number) + 1;
  const unknown = counts.filter((count) => count > 0);
  expect(unknown).toHaveLength(3);
  for (const count of unknown) expect(Math.abs(count - 10_000)).toBeLessThan(300);
});

test('liked is what is not below the user’s own mean; who knows every movie has nothing to compare with', () => {
  const data = build([
    [1, 1, 5],
    [1, 2, 4],
    [1, 3, 1],
    [2, 1, 2],
    [2, 2, 2],
    [3, 1, 1],
    [3, 2, 2],
    [3, 3, 3],
    [3, 4, 4],
    [2, 4, 1],
  ]);
  const positions = all(data.count);
  const liked = likedPositions(data, positions, userMeans(data, positions), ratedMovies(data, positions));
  const keys = [...liked].map(
    (at) => `${data.userIds.idOf(data.users[at] as never)} ${data.movieIds.idOf(data.movies[at] as never)}`,
  );
  expect(keys.sort()).toEqual(['1 1', '1 2', '2 1', '2 2']);
});

test('stars that are all equal are all liked, whatever their sum is rounded to', () => {
  const equal = Array.from({ length: 7 }, (_, i): readonly [number, number, number] => [1, i, 3.3]);
  const data = build([...equal, [2, 99, 1]]);
  const positions = all(data.count);
  expect(likedPositions(data, positions, userMeans(data, positions), ratedMovies(data, positions))).toHaveLength(8);
});

test('a user without a rating there has the mean of all', () => {
  const data = build([
    [1, 1, 5],
    [2, 1, 3],
    [3, 2, 1],
  ]);
  expect([...userMeans(data, Int32Array.of(0, 1))]).toEqual([5, 3, 4]);
});

test('pairs ranked right, ties half', () => {
  expect(rankedRight([2, 1, 1, 2, 1, 1, 3, 0])).toBe(0.625);
  expect(rankedRight([])).toBeNaN();
});

test.each([
  ['high', [0, 0, 0, 1, 1, 1]],
  ['all', [1, 1, 1, 1, 1, 1]],
  ['stars', [0, 0, 0.25, 0.625, 1, 0.625]],
  // User 1's mean is 3, user 2's own rating is theirs.
  ['mean', [0, 0, 1, 1, 1, 1]],
] as const)('of one to five stars, by the rule “%s”, count as liked %j', (rule, wanted) => {
  const data = build([...[1, 2, 3, 4, 5].map((stars) => [1, stars, stars] as const), [2, 1, 4]]);
  const { positions, weights } = likingsOf(rule, data, all(6));
  expect([...positions]).toEqual([0, 1, 2, 3, 4, 5].filter((at) => (wanted[at] as number) > 0));
  [...positions].forEach((at, i) => {
    expect(weights[i]).toBeCloseTo(wanted[at] as number, 6);
  });
});

test.each(['high', 'stars', 'mean', 'all'] as const)('where all stars are the same, all are liked alike: “%s”', (rule) => {
  const data = build([
    [1, 1, 3],
    [1, 2, 3],
  ]);
  expect([...likingsOf(rule, data, all(2)).weights]).toEqual([1, 1]);
});
