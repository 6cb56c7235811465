import { expect, it } from 'vitest';
import type { NotebookState } from '../state/notebook-state.ts';
import { curveInWords, runShare } from './run-progress.ts';

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

it('says what the curves show', () => {
  const epoch = (number: number, trainError: number, validationError: number | null) =>
    ({ epoch: number, trainError, validationError }) as Training['epochs'][number];
  const ofStars = { configuration: { epochs: 4, loss: 'squared', listWeight: 0 } } as Training['start'];
  const ofPairs = { configuration: { epochs: 4, loss: 'bpr', listWeight: 0 } } as Training['start'];
  expect(curveInWords({ start: ofStars, epochs: [] })).toBe('Error by epoch: no epoch is done yet.');
  expect(curveInWords({ start: ofStars, epochs: [epoch(1, 1, 0.9), epoch(2, 0.8, 0.95)] })).toBe(
    'RMSE after epoch 2: train 0.800 stars, validation 0.950 stars, at best 0.900 stars.',
  );
  expect(curveInWords({ start: ofPairs, epochs: [epoch(1, 0.6, null)] })).toBe('pairwise loss after epoch 1: train 0.600.');
});
