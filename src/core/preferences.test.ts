import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRatings } from './join-ratings.ts';
import {
  dislikedMovies,
  drawUnknown,
  drawUnknownBy,
  likedFrom,
  likedMovies,
  likedPositions,
  likingsOf,
  mixIn,
  rankedRight,
  ratedMovies,
  userMeans,
} from './preferences.ts';
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

const FEW = build([
  [1, 1, 5],
  [1, 2, 2],
  [1, 3, 2],
  [2, 1, 4],
  [2, 4, 4],
]);

test('liked from the upper quarter of the scale on: four stars of five, eight of ten, and where all are equal those', () => {
  const scale = (min: number, max: number) => likedFrom({ min, max, step: 1 });
  expect([scale(1, 5), scale(0.5, 5), scale(1, 10), scale(0, 100), scale(3, 3)]).toEqual([4, 3.875, 7.75, 75, 3]);
  // Stars from 2 to 5: from 4.25 on.
  const { offsets, rows } = likedMovies(FEW, all(5));
  expect([[...offsets], [...rows]]).toEqual([[0, 1, 1], [0]]);
});

test('movies drawn by popularity are unknown, and come up in proportion', () => {
  const known = ratedMovies(FEW, all(5));
  const sums = Float64Array.of(100, 101, 104, 105);
  const drawn = drawUnknownBy(new Int32Array(8000).fill(1), known, sums, createRandom(2, 'test'));
  const counts = [0, 0, 0, 0];
  for (const movie of drawn) counts[movie] = (counts[movie] as number) + 1;
  expect([counts[0], counts[3]]).toEqual([0, 0]);
  // Few of the tries meet what is not known to the user: the rest are drawn alike.
  expect(counts[2]).toBeGreaterThan(counts[1] as number);
});

test('known dislikes take the place of about half of what is drawn, of those who have some', () => {
  const disliked = dislikedMovies(FEW, all(5), userMeans(FEW, all(5)));
  expect([[...disliked.offsets], [...disliked.rows]]).toEqual([
    [0, 2, 2],
    [1, 2],
  ]);
  const users = Int32Array.from({ length: 4000 }, (_, i) => i % 2);
  const mixed = mixIn(new Int32Array(4000).fill(3), users, disliked, createRandom(2, 'test'));
  const of = (user: number) => [...mixed].filter((_, i) => users[i] === user);
  expect(of(1).every((movie) => movie === 3)).toBe(true);
  expect(Math.abs(of(0).filter((movie) => movie !== 3).length - 1000)).toBeLessThan(100);
  expect(new Set(of(0))).toEqual(new Set([1, 2, 3]));
});
