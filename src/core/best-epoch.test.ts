import { expect, test } from 'vitest';
import { bestEpoch } from './best-epoch.ts';

const epochs = (...errors: readonly number[]) => errors.map((validationError, at) => ({ epoch: at + 1, validationError }));

test('is the first of those with the lowest validation error', () => {
  expect(bestEpoch(epochs(1.1, 0.95, 0.97))?.epoch).toBe(2);
  expect(bestEpoch(epochs(3, 1, 2, 1))?.epoch).toBe(2);
  expect(bestEpoch([])).toBeUndefined();
});

test('there is none where nothing was held out', () => {
  expect(bestEpoch([{ epoch: 1, validationError: null }])).toBeUndefined();
});
