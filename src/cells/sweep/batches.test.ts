import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBatches } from './batches.ts';

let taken: number[][];
const take = async (items: readonly number[]): Promise<void> => void taken.push([...items]);

beforeEach(() => {
  taken = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes alone is handed on in the next task', () => {
  const batches = createBatches(take, 250);
  batches.add(1);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(taken).toEqual([[1]]);
});

test('what comes soon after waits for the others, in its order', () => {
  const batches = createBatches(take, 250);
  batches.add(1);
  vi.advanceTimersByTime(10);
  for (const item of [2, 3]) batches.add(item);
  vi.advanceTimersByTime(200);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(50);
  expect(taken).toEqual([[1], [2, 3]]);
});

test('all is handed on when that is asked for, once', async () => {
  const batches = createBatches(take, 250);
  batches.add(1);
  await batches.flush();
  batches.add(2);
  await batches.flush();
  await batches.flush();
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual([[1], [2]]);
});

test('who asks hears of a batch that could not be taken', async () => {
  const batches = createBatches(() => Promise.reject(new Error('Full')), 250);
  batches.add(1);
  await expect(batches.flush()).rejects.toThrow('Full');
});
