import { describe, expect, test } from 'vitest';
import { createListBatches, LIST_DRAWS, type ListTask, listedUsers, usersOfStep } from './list-task.ts';

/** User 0 liked nothing, user 3 everything. */
const liked = { offsets: Int32Array.of(0, 0, 2, 3, 7), rows: Int32Array.of(0, 3, 2, 0, 1, 2, 3) };
const task: ListTask = { weight: 0.5, softmax: 1, l2: 0, liked, drawn: null };
const shares = Float64Array.of(1, 5, 2, 0.5);

test('the users of a list are those who liked something and not everything', () => {
  expect([...listedUsers(liked, 4)]).toEqual([1, 2]);
});

test('the steps of an epoch share all users, none twice', () => {
  const users = Int32Array.from({ length: 23 }, (_, i) => i);
  const steps = Array.from({ length: 7 }, (_, step) => usersOfStep(users, step, 7));
  expect(steps.flatMap((some) => [...some])).toEqual([...users]);
  for (const { length } of steps) expect([3, 4]).toContain(length);
});

test('a step compares all movies, and knows who liked which', () => {
  const batch = createListBatches(task, 4, 1)(Int32Array.of(2, 1), 0);
  expect([...batch.movies]).toEqual([0, 1, 2, 3]);
  expect([...batch.corrections]).toEqual([0, 0, 0, 0]);
  expect([...batch.likers]).toEqual([0, 1, 1]);
  expect([...batch.liked]).toEqual([2, 0, 3]);
});

test('without users there is nothing to compare', () => {
  expect(createListBatches(task, 4, 1)(new Int32Array(), 0)).toMatchObject({ users: new Int32Array(), movies: new Int32Array() });
});

describe('movies that are drawn', () => {
  const batches = createListBatches({ ...task, drawn: shares }, 4, 7);

  test('follow from seed and step', () => {
    const users = Int32Array.of(1);
    expect(batches(users, 3)).toEqual(createListBatches({ ...task, drawn: shares }, 4, 7)(users, 3));
    expect(batches(users, 4)).not.toEqual(batches(users, 3));
  });

  test('make, once corrected, the sum over all movies in expectation, with what the user liked', () => {
    const scores = [0.3, -1.2, 0.8, 1.5];
    const all = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const draws = 400;
    let mean = 0;
    for (let step = 0; step < draws; step++) {
      const { movies, corrections, liked: own } = batches(Int32Array.of(1), step);
      const places = new Set(own);
      movies.forEach((movie, place) => {
        const correction = places.has(place) ? 0 : (corrections[place] as number);
        mean += Math.exp((scores[movie] as number) + correction) / draws;
      });
    }
    expect(Math.abs(mean / all - 1)).toBeLessThan(0.005);
  });

  test('a movie that nobody drew is there for those alone who liked it', () => {
    const rare = createListBatches({ ...task, drawn: Float64Array.of(1e-9, 1, 1, 1e-9) }, 4, 7);
    const { movies, corrections, liked: own } = rare(Int32Array.of(2, 1), 0);
    expect(LIST_DRAWS).toBeGreaterThan(100);
    expect([...movies]).toEqual([0, 1, 2, 3]);
    expect(Math.exp(corrections[0] as number)).toBeLessThan(1e-40);
    expect([...own]).toEqual([2, 0, 3]);
  });
});
