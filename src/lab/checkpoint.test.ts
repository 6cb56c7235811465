import { expect, test } from 'vitest';
import type { EpochEnd } from '../training/reports.ts';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';

const HISTORY: readonly EpochEnd[] = [
  {
    kind: 'epoch',
    epoch: 1,
    trainError: 1 / 3,
    validationError: Math.PI,
    validationMae: 0.7,
    validationAuc: null,
    learningRate: 5e-3,
    seconds: 0.1,
  },
];
const STATE = {
  weights: { 'user/embeddings': Float32Array.of(1, -0, Number.MIN_VALUE, 1 / 3), bias: Float32Array.of(0.1) },
  first: { 'user/embeddings': Float32Array.of(1e-30, 2, 3, 4), bias: Float32Array.of(5) },
  second: { 'user/embeddings': Float32Array.of(9, 8, 7, 6), bias: Float32Array.of(5) },
  steps: 1234,
};
const CHECKPOINT: Checkpoint = { history: HISTORY, state: STATE, best: null };

test('comes back bit for bit', async () => {
  expect(await readCheckpoint(await writeCheckpoint(CHECKPOINT))).toEqual(CHECKPOINT);
  const withBest = { ...CHECKPOINT, best: { bias: Float32Array.of(7) } };
  expect(await readCheckpoint(await writeCheckpoint(withBest))).toEqual(withBest);
});

test('keeps a state without moments, as SGD has none, and one that is a part of a larger buffer', async () => {
  const part = new Float32Array(10).fill(3).subarray(2, 4);
  const plain = { history: [], state: { weights: { w: part }, first: {}, second: {}, steps: 0 }, best: null };
  expect(await readCheckpoint(await writeCheckpoint(plain))).toEqual(plain);
});

test('that is cut off, too long or no checkpoint at all is called damaged', async () => {
  const whole = await writeCheckpoint(CHECKPOINT);
  const damaged = [whole.slice(0, whole.size - 1), whole.slice(0, 20), whole.slice(0, 0), new Blob(['no checkpoint', whole])];
  for (const blob of [...damaged, new Blob([whole, 'x'])]) {
    await expect(readCheckpoint(blob)).rejects.toMatchObject({ code: 'checkpoint-damaged' });
  }
});
