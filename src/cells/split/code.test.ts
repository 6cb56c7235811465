import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { splitCode } from './code.ts';

it('is filled with the settings as they stand', () => {
  const random = splitCode(resolve({ seed: 42, validationShare: 0.2 }));
  expect(random).toContain('default_rng(42)');
  expect(random).toContain('n_validation, n_test = int(len(stars) * 0.2 + 0.5), 0');
  expect(splitCode(resolve({ split: 'time-cut', testShare: 0.05 }))).toContain(
    'int(len(stars) * 0.1 + 0.5), int(len(stars) * 0.05 + 0.5)',
  );
  expect(splitCode(resolve({ split: 'leave-last', validationPerUser: 3, testPerUser: 2 }))).toContain(
    'n_validation, n_test = 3, 2',
  );
});

it('sorts by time where the strategy does', () => {
  expect(splitCode(resolve({}))).not.toContain('timestamp');
  for (const split of ['time-cut', 'leave-last'] as const) expect(splitCode(resolve({ split }))).toContain('timestamp');
});
