import { describe, expect, test } from 'vitest';
import { type Aim, aimOf, settingsOfAim, settingsOfAllMovies } from './aim.ts';
import type { Overrides } from './hyperparameters.ts';
import { BASELINE_NAMES, NETWORK_NAMES } from './model-name.ts';
import { DATA_SIZES } from './settings/data-size.ts';
import { resolve } from './settings/defaults.ts';

const BEFORE: readonly Overrides[] = [
  {},
  { listWeight: 1 },
  { loss: 'bpr' },
  { loss: 'implicit' },
  { loss: 'huber', userFactors: 8 },
  { engine: 'wasm' },
  { optimizer: 'sgd-by-rating' },
];

const AIMS: readonly Aim[] = ['stars', 'both', 'list'];

test.each([
  [{}, 'both'],
  [{ engine: 'webgl' }, 'stars'],
  [{ listWeight: 0 }, 'stars'],
  [{ listWeight: 0.05, loss: 'huber' }, 'both'],
  [{ listWeight: 1 }, 'list'],
  [{ loss: 'bpr' }, 'list'],
  [{ loss: 'softmax', model: 'mlp' }, 'list'],
  [{ loss: 'implicit' }, 'list'],
  [{ userFactors: 8 }, 'both'],
  [{ userFactors: 8, movieFactors: 4 }, 'stars'],
] as const)('%o aims at %s', (overrides, aim) => expect(aimOf(resolve(overrides))).toBe(aim));

test.each(BASELINE_NAMES)('%s has no aim', (model) => expect(aimOf(resolve({ model, loss: 'bpr' }))).toBeNull());

describe.each(NETWORK_NAMES)('%s', (model) => {
  test.each(AIMS)('what is chosen is what the settings then amount to: %s', (aim) => {
    for (const size of DATA_SIZES) {
      for (const before of BEFORE) {
        const overrides = { model, ...before };
        expect(aimOf(resolve({ ...overrides, ...settingsOfAim(aim, overrides, size) }, size))).toBe(aim);
      }
    }
  });

  test('a loss of stars stays where stars go on being learned', () => {
    const absolute = { model, loss: 'absolute' } as const;
    for (const aim of ['stars', 'both'] as const) expect(settingsOfAim(aim, absolute, 'small').loss).toBe('absolute');
  });

  test('a softmax over all movies is a list, and sizes stay as they start', () => {
    for (const before of BEFORE) {
      const overrides = { model, ...before };
      const { userFactors, movieFactors, ...rest } = resolve({ ...overrides, ...settingsOfAllMovies(overrides, 'small') });
      expect(aimOf(rest)).toBe('list');
      expect([userFactors, movieFactors]).toEqual('userFactors' in before ? [8, 8] : [50, 50]);
    }
  });
});
