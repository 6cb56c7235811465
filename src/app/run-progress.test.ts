import { expect, it } from 'vitest';
import type { NotebookState } from '../state/notebook-state.ts';
import { runShare } from './run-progress.ts';

type Training = NotebookState['training'];

const start = { configuration: { epochs: 4 } } as Training['start'];
const at = (epoch: number, step: number) => ({ epoch, step, stepsPerEpoch: 10 }) as Training['progress'];
const ended = (count: number) => Array.from({ length: count }) as unknown as Training['epochs'];

it('counts whole epochs and the steps of the one at work', () => {
  expect(runShare({ start, progress: at(1, 0), epochs: [] })).toBe(0);
  expect(runShare({ start, progress: at(3, 5), epochs: ended(2) })).toBe(0.625);
  expect(runShare({ start, progress: at(4, 10), epochs: ended(3) })).toBe(1);
});

it('counts epochs that have ended since the last report', () => {
  expect(runShare({ start, progress: at(1, 5), epochs: ended(3) })).toBe(0.75);
  expect(runShare({ start, progress: null, epochs: ended(2) })).toBe(0.5);
});

it('is unknown before the first step', () => {
  expect(runShare({ start, progress: null, epochs: [] })).toBeNull();
  expect(runShare({ start: null, progress: at(1, 1), epochs: [] })).toBeNull();
});
