import { expect, it } from 'vitest';
import type { NotebookState } from '../state/notebook-state.ts';
import { announce } from './announce.ts';

type Training = NotebookState['training'];

const NOTHING: Training = {
  run: { phase: 'ready' },
  start: null,
  haltsEarly: false,
  progress: null,
  epochs: [],
  summary: null,
  notice: null,
  notKept: null,
  kept: [],
  inUse: null,
};
const start = { configuration: { epochs: 15 } } as Training['start'];
const epochs = [{ epoch: 1, validationError: 0.91234 }] as unknown as Training['epochs'];

it('is silent before the first run and about failures, which speak for themselves', () => {
  const error = { code: 'diverged', message: '', remedy: '' } as const;
  expect(announce(NOTHING)).toBe('');
  expect(announce({ ...NOTHING, run: { phase: 'failed', error } })).toBe('');
});

it('tells the turns of a run with its last error', () => {
  expect(announce({ ...NOTHING, run: { phase: 'running' } })).toBe('Training has started.');
  expect(announce({ ...NOTHING, run: { phase: 'running' }, start, epochs })).toBe(
    'Validation RMSE 0.912 stars after epoch 1 of 15.',
  );
  expect(announce({ ...NOTHING, run: { phase: 'paused' }, start })).toBe('Training is paused.');
  const progress = { epoch: 1, step: 3, stepsPerEpoch: 20, paused: true } as Training['progress'];
  expect(announce({ ...NOTHING, run: { phase: 'paused' }, start, progress })).toBe(
    'Training is paused after batch 3 of 20 in epoch 1.',
  );
  const summary = { outcome: 'stopped' } as Training['summary'];
  expect(announce({ ...NOTHING, run: { phase: 'done' }, start, epochs, summary })).toBe(
    'Training was stopped. Validation RMSE 0.912 stars after epoch 1.',
  );
});

it('does not change from step to step', () => {
  const running: Training = { ...NOTHING, run: { phase: 'running' }, start, epochs };
  const stepped: Training = { ...running, progress: { epoch: 2, step: 5, trainError: 0.8 } as Training['progress'] };
  expect(announce(stepped)).toBe(announce(running));
});
