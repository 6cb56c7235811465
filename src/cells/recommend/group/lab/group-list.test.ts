import { describe, expect, test } from 'vitest';
import { buildRatings } from '../../../../core/join-ratings.ts';
import { movieStatistics } from '../../../../core/movie-statistics.ts';
import { resolve } from '../../../../core/settings/defaults.ts';
import { finish } from '../../../../core/slices.ts';
import { gatherParts } from '../../../../core/split/parts.ts';
import type { Model } from '../../../../lab/model.ts';
import { groupList } from './group-list.ts';

/** Users 1, 2 and 3 have rated a movie each, user 4 all. */
const ROWS = [[1, 5], [2, 6], [3, 7], ...[0, 1, 2, 3, 4, 5, 6, 7].map((movie) => [4, movie])] as [user: number, movie: number][];
const RATINGS = buildRatings(
  {
    users: Int32Array.from(ROWS, ([user]) => user),
    movies: Int32Array.from(ROWS, ([, movie]) => movie),
    stars: Float32Array.from(ROWS, (_, at) => 1 + (at % 5)),
    timestamps: null,
  },
  [],
);
const REQUEST = { count: 8, minRatings: 1, rated: 'in' } as const;
/** By user and movie. */
const STARS = Float32Array.from({ length: 32 }, (_, at) => ((at * 7) % 11) / 2);

/** A model that says just that. */
function modelOfStars(model: 'bias' | 'ease' = 'bias'): Model {
  const score = async (users: Int32Array) => {
    const rows = Float32Array.from([...users].flatMap((user) => [...STARS.subarray(8 * user, 8 * user + 8)]));
    return { stars: rows, ranking: rows };
  };
  return {
    runId: 'one',
    data: { ratings: RATINGS, statistics: finish(movieStatistics(RATINGS)) },
    parts: { configuration: resolve({ model }), split: gatherParts(new Uint8Array(RATINGS.count)) },
    predictor: { score },
  } as unknown as Model;
}

const starsOf = (user: number, movie: number): number => STARS[8 * user + movie] as number;

describe('a list for users 1 and 3', () => {
  const ask = (together: 'mean' | 'least', request = {}) =>
    groupList(modelOfStars(), { userIds: [1, 3, 1], together, request: { ...REQUEST, ...request } });

  test('is ordered by the mean of their stars', async () => {
    const { movies, isStandardised } = await ask('mean');
    expect(isStandardised).toBe(false);
    const means = Array.from({ length: 8 }, (_, movie) => (starsOf(0, movie) + starsOf(2, movie)) / 2);
    expect(movies.map(({ score }) => score)).toEqual(means.toSorted((a, b) => b - a));
    expect(movies.every(({ each }) => each.length === 2)).toBe(true);
  });

  test('or by the lower of both', async () => {
    const { movies } = await ask('least');
    const least = Array.from({ length: 8 }, (_, movie) => Math.min(starsOf(0, movie), starsOf(2, movie)));
    expect(movies.map(({ predicted }) => predicted)).toEqual(least.toSorted((a, b) => b - a));
  });

  test('leaves out what one of them has rated, and else says what they gave', async () => {
    const { movies } = await ask('mean', { rated: 'out' });
    const rated = new Set([...RATINGS.movies].filter((_, at) => [0, 2].includes(RATINGS.users[at] as number)));
    expect(movies).toHaveLength(8 - rated.size);
    const all = (await ask('mean')).movies.flatMap(({ each }) => each.map(({ gave }) => gave));
    expect(all.filter((gave) => gave !== null)).toHaveLength([...RATINGS.users].filter((user) => [0, 2].includes(user)).length);
  });
});

test('scores that only rank are standardised, so that nobody counts more for a wider spread', async () => {
  const { isStandardised } = await groupList(modelOfStars('ease'), { userIds: [1, 2], together: 'mean', request: REQUEST });
  expect(isStandardised).toBe(true);
});

test.each([
  [[1], '1 is named'],
  [[2, 2], '1 is named'],
  [[], '0 are named'],
  [[1, 99], 'There is no user 99.'],
])('users %j: a sentence', async (userIds, words) => {
  await expect(groupList(modelOfStars(), { userIds, together: 'mean', request: REQUEST })).rejects.toThrow(words);
});
