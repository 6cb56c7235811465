import { expect, it } from 'vitest';
import type { KeptRun } from '../../core/kept-run.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { keptWords } from './kept-words.ts';

const RUN = {
  configuration: resolve({ epochs: 40 }),
  data: { name: 'MovieLens 1M' },
  epochsDone: 7,
  validationError: 0.8734,
  ended: null,
  savedAt: 0,
} as unknown as KeptRun;
const MINUTE = 60_000;

it('says what was interrupted or stopped, where and when', () => {
  expect(keptWords(RUN, 12 * MINUTE)).toBe(
    'A run was interrupted after epoch 7 of 40 (MovieLens 1M, Dot product 50, 12 minutes ago).',
  );
  expect(keptWords({ ...RUN, ended: 'stopped' }, MINUTE)).toBe(
    'A run was stopped after epoch 7 of 40 (MovieLens 1M, Dot product 50, 1 minute ago).',
  );
});

it('speaks of a run that is over as of its model', () => {
  expect(keptWords({ ...RUN, ended: 'early' }, MINUTE)).toBe(
    'The model of an earlier visit is still here: validation RMSE 0.873, 7 of 40 epochs (MovieLens 1M, Dot product 50, 1 minute ago).',
  );
});

it('claims no error of a model that was trained on everything', () => {
  expect(keptWords({ ...RUN, validationError: null, ended: 'done' }, MINUTE)).toContain(
    'still here: trained on everything, 7 of 40',
  );
});
