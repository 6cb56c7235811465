import { expect, test } from 'vitest';
import { createSlice } from './slice.ts';

/** Runs slices of steps that return at once (`issue` ms) and are done later (`finish` ms each); the milliseconds of every slice. */
function runSlices(count: number, issue: number, finish: number): number[] {
  let clock = 0;
  const slice = createSlice(() => clock);
  return Array.from({ length: count }, () => {
    const start = clock;
    slice.begin();
    let steps = 0;
    do {
      clock += issue;
      steps++;
    } while (!slice.step());
    clock += steps * finish;
    slice.end();
    return clock - start;
  });
}

test('slices of quick steps grow to 40 ms and stay there', () => {
  const slices = runSlices(12, 0.5, 0);
  expect(slices[0]).toBe(0.5);
  expect(Math.max(...slices)).toBeLessThanOrEqual(40.5);
  expect(slices.at(-1)).toBeGreaterThan(35);
});

test('slices of steps that a GPU has yet to do end in time, too', () => {
  const slices = runSlices(12, 0.1, 15);
  expect(Math.max(...slices)).toBeLessThan(65);
  expect(slices.at(-1)).toBeGreaterThan(25);
});

test('a step that is longer than a slice is a slice of its own', () => {
  expect(runSlices(5, 0, 300)).toEqual([300, 300, 300, 300, 300]);
});
