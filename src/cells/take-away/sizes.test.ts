import { expect, test } from 'vitest';
import type { Overrides } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { bytesOf } from './sizes.ts';

/** Of a model with 1,000 numbers, of 60 users and 40 movies. */
function experimentOf(overrides: Overrides): number | null {
  const inUse = { parameters: 1000, data: { users: 60, movies: 40 }, configuration: resolve(overrides) };
  const state = { training: { inUse }, runs: { records: [] }, takeAway: {}, data: {} } as unknown as NotebookState;
  return bytesOf('experiment', state);
}

test.each<[Overrides, number]>([
  [{}, 12_000],
  [{ optimizer: 'adagrad' }, 8000],
  [{ optimizer: 'als' }, 4000],
  [{ optimizer: 'sgd-by-rating' }, 4000],
  [{ optimizer: 'gibbs', userFactors: 9 }, 12_000 + 12 * 100 * 40],
])('an experiment of %o has what its optimizer goes on from', (overrides, bytes) => {
  expect(experimentOf(overrides)).toBe(bytes);
});
