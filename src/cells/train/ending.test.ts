import { expect, it } from 'vitest';
import type { EpochReport } from '../../core/run-report.ts';
import { endingWords } from './ending.ts';

const EPOCHS = [0.95, 0.91, 0.92, 0.93].map((validationError, at) => ({ epoch: at + 1, validationError }) as EpochReport);

it('says nothing of a run that went to its end with its last weights', () => {
  expect(endingWords({ outcome: 'done', taken: null }, EPOCHS, 0)).toBeNull();
  expect(endingWords({ outcome: 'done', taken: null }, [], 0)).toBeNull();
});

it('says why a run stopped early, and which epoch was taken', () => {
  expect(endingWords({ outcome: 'early', taken: 2 }, EPOCHS, 2)).toBe(
    'Stopped early after epoch 4: 2 epochs passed without a better validation error. The weights of epoch 2 are in use: it has the lowest validation error, 0.910. Because the epoch was chosen by this error, it is slightly too low.',
  );
  expect(endingWords({ outcome: 'early', taken: 1 }, EPOCHS.slice(0, 2), 1)).toContain('1 epoch passed');
});

it('says of which epoch the errors are where a run was stopped within the next', () => {
  expect(endingWords({ outcome: 'stopped', taken: null }, EPOCHS, 0)).toBe(
    'Stopped in epoch 5. The errors are those after epoch 4.',
  );
});

it('says that no error was measured where a run was stopped within its first epoch', () => {
  expect(endingWords({ outcome: 'stopped', taken: null }, [], 0)).toBe(
    'Stopped within the first epoch, before any error was measured.',
  );
});

it('says that the time was used up', () => {
  expect(endingWords({ outcome: 'out-of-time', taken: null }, EPOCHS, 0)).toBe('The time budget ended with epoch 4.');
});
