import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { createWebglEpochBatches, createWebglLookup, type WebglBatch } from './batch.ts';

const EXAMPLES = {
  users: Int32Array.of(2, 0, 2, 1, 2),
  movies: Int32Array.of(1, 1, 0, 0, 1),
  targets: Float32Array.of(10, 11, 12, 13, 14),
};

/** The texels that a program reads at these indices. */
function readTexels(list: tf.Tensor2D, start: number, count: number): number[][] {
  const blocks = list.arraySync();
  return Array.from({ length: count }, (_, i) => {
    const row = 2 * Math.floor((start + i) / 2048);
    const column = 2 * ((start + i) % 2048);
    return [0, 1].flatMap((r) => [0, 1].map((c) => blocks[row + r]?.[column + c] as number));
  });
}

const contents = ({ examples, sorted, runs, start, runStart, size }: WebglBatch, rows: number) => ({
  examples: readTexels(examples, start, size),
  sorted: readTexels(sorted, start, size).map(([user, movie]) => [user, movie]),
  runs: readTexels(runs, runStart, rows),
});

const FIRST = {
  examples: [
    [2, 1, 14, 0],
    [1, 0, 13, 0],
    [2, 0, 12, 0],
  ],
  sorted: [
    [1, 1],
    [0, 2],
    [2, 0],
  ],
  runs: [
    [0, 0, 0, 2],
    [0, 1, 2, 3],
    [1, 3, 3, 3],
  ],
};

const LAST = {
  examples: [
    [0, 1, 11, 0],
    [2, 1, 10, 0],
  ],
  sorted: [
    [0, 0],
    [1, 1],
  ],
  runs: [
    [0, 1, 0, 0],
    [1, 1, 0, 2],
    [1, 2, 2, 2],
  ],
};

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('lays out an epoch: the examples in order, their sort by table row, a run for each row', () => {
  const before = tf.memory().numTensors;
  const batches = createWebglEpochBatches(EXAMPLES, 3, { user: 3, movie: 3 });
  batches.begin(Int32Array.of(4, 3, 2, 1, 0));
  expect(contents(batches.at(0), 3)).toEqual(FIRST);
  expect(contents(batches.at(1), 3)).toEqual(LAST);
  expect(batches.at(1).examples).toBe(batches.at(0).examples);
  batches.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('uploads part by part what is too long for one texture, and frees the part before', () => {
  const before = tf.memory().numTensors;
  const batches = createWebglEpochBatches(EXAMPLES, 3, { user: 2_200_000, movie: 3 });
  batches.begin(Int32Array.of(4, 3, 2, 1, 0));
  for (const [index, expected] of [FIRST, LAST, FIRST].entries()) {
    expect(contents(batches.at(index % 2), 3)).toEqual(expected);
    expect(tf.memory().numTensors - before).toBe(3);
  }
  batches.begin(Int32Array.of(0));
  expect(tf.memory().numTensors).toBe(before);
});

test('lays out a lookup across rows of the texture', () => {
  const users = Int32Array.from({ length: 5000 }, (_, i) => i);
  const lookup = createWebglLookup({ users, movies: users.toReversed() });
  expect(readTexels(lookup.examples, 4999, 1)).toEqual([[4999, 0, 0, 0]]);
  expect(readTexels(lookup.examples, 2048, 1)).toEqual([[2048, 2951, 0, 0]]);
  lookup.examples.dispose();
});
