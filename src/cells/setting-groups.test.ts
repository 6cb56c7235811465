import { expect, it } from 'vitest';
import { SETTING_NAMES } from '../core/hyperparameters.ts';
import { changedCount, settingsOf } from './setting-groups.ts';

it('shows every setting of a model once, in one group, and the choice of the model apart', () => {
  const shown = [
    ...settingsOf(['model'], 'mlp'),
    ...settingsOf(['split', 'training'], 'mlp'),
    ...settingsOf(['recommend'], 'mlp'),
  ];
  expect(new Set(shown).size).toBe(shown.length);
  expect(SETTING_NAMES.filter((name) => !shown.includes(name))).toEqual(['model', 'biases', 'biasL2']);
});

it('leaves out what has no effect', () => {
  expect(settingsOf(['model'], 'dot')).not.toContain('hidden');
  expect(settingsOf(['model'], 'dot')).toContain('biases');
});

it('counts the changes among the names given', () => {
  expect(changedCount(['seed', 'decay'], { seed: 3, epochs: 2 })).toBe(1);
});
