import { expect, test } from 'vitest';
import { buildRatings } from '../../../core/join-ratings.ts';
import { prepareMeasured } from './measured.ts';

const [USERS, MOVIES] = [30, 40];
const ratings = buildRatings(
  {
    users: Int32Array.from({ length: USERS * MOVIES }, (_, at) => at % USERS),
    movies: Int32Array.from({ length: USERS * MOVIES }, (_, at) => Math.floor(at / USERS)),
    stars: new Float32Array(USERS * MOVIES).fill(4),
    timestamps: null,
  },
  [],
);
const positions = Int32Array.from({ length: USERS * MOVIES }, (_, at) => at);
const split = { train: positions.subarray(0, 900), validation: positions.subarray(900), test: new Int32Array() };
const settings = { part: 'validation', k: 10, threshold: 4, minRatings: 1 } as const;
const listed = (seed: number, mostScores?: number) => prepareMeasured(ratings, split, settings, seed, mostScores).task.users;

test('everybody gets a list, but where that takes too many scores: then the seed draws some', () => {
  expect(listed(1)).toHaveLength(USERS);
  const some = listed(1, 10 * MOVIES);
  expect(some).toHaveLength(10);
  expect(some).toEqual(some.toSorted());
  expect(listed(1, 10 * MOVIES)).toEqual(some);
  expect(listed(2, 10 * MOVIES)).not.toEqual(some);
});

test('who has no list is of the population all the same, and their held-out ratings are predicted', () => {
  const { task, heldOut } = prepareMeasured(ratings, split, settings, 1, 10 * MOVIES);
  expect(task.population).toBe(USERS);
  expect(heldOut).toHaveLength(300);
});
