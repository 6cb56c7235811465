import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { createWebgpuEpochBatches, createWebgpuLookup, type WebgpuBatch } from './batch.ts';

const EXAMPLES = {
  users: Int32Array.of(2, 0, 2, 1, 2),
  movies: Int32Array.of(1, 1, 0, 0, 1),
  targets: Float32Array.of(10, 11, 12, 13, 14),
};

const cut = (list: tf.Tensor1D, start: number, size: number): number[] => list.arraySync().slice(start, start + size);

const contents = ({ start, size, targets, user, movie }: WebgpuBatch, heights: { user: number; movie: number }) => ({
  users: cut(user.rows, start, size),
  movies: cut(movie.rows, start, size),
  targets: cut(targets, start, size),
  byUser: cut(user.sorted, start, size),
  byMovie: cut(movie.sorted, start, size),
  userRuns: cut(user.runs, user.runStart, heights.user + 1),
  movieRuns: cut(movie.runs, movie.runStart, heights.movie + 1),
});

const FIRST = {
  users: [2, 1, 2],
  movies: [1, 0, 0],
  targets: [14, 13, 12],
  byUser: [1, 0, 2],
  byMovie: [1, 2, 0],
  userRuns: [0, 0, 1, 3],
  movieRuns: [0, 2, 3],
};

const LAST = {
  users: [0, 2],
  movies: [1, 1],
  targets: [11, 10],
  byUser: [0, 1],
  byMovie: [0, 1],
  userRuns: [0, 1, 1, 2],
  movieRuns: [0, 0, 2],
};

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('lays out an epoch: the examples in order, their sort by table row, a run for each row', () => {
  const before = tf.memory().numTensors;
  const heights = { user: 3, movie: 2 };
  const batches = createWebgpuEpochBatches(EXAMPLES, 3, heights);
  batches.begin(Int32Array.of(4, 3, 2, 1, 0));
  expect(contents(batches.at(0), heights)).toEqual(FIRST);
  expect(contents(batches.at(1), heights)).toEqual(LAST);
  expect(batches.at(1).targets).toBe(batches.at(0).targets);
  batches.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('uploads part by part what is too long for one list, and frees the part before', () => {
  const before = tf.memory().numTensors;
  const batches = createWebgpuEpochBatches(EXAMPLES, 3, { user: 4_200_000, movie: 2 });
  batches.begin(Int32Array.of(4, 3, 2, 1, 0));
  for (const [index, expected] of [FIRST, LAST, FIRST].entries()) {
    expect(contents(batches.at(index % 2), { user: 3, movie: 2 })).toEqual(expected);
    expect(tf.memory().numTensors - before).toBe(7);
  }
  batches.begin(Int32Array.of(0));
  expect(tf.memory().numTensors).toBe(before);
});

test('a lookup keeps no hold of the arrays that it is given', () => {
  const users = Int32Array.of(5, 6);
  const lookup = createWebgpuLookup({ users, movies: Int32Array.of(7, 8) });
  users.fill(0);
  expect(cut(lookup.user.rows, 0, 2)).toEqual([5, 6]);
  expect(cut(lookup.movie.rows, 0, 2)).toEqual([7, 8]);
  tf.dispose([lookup.user.rows, lookup.movie.rows]);
});
