import { expect, it } from 'vitest';
import { SETTING_NAMES } from '../core/hyperparameters.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { changedCount, settingsOf } from './setting-groups.ts';

it('shows every setting of a model once, in one group, and the choice of the model and of its aim apart', () => {
  const shown = [
    ...settingsOf(['model'], DEFAULTS.mlp),
    ...settingsOf(['features'], DEFAULTS.mlp),
    ...settingsOf(['split'], DEFAULTS.mlp),
    ...settingsOf(['training'], DEFAULTS.mlp),
    ...settingsOf(['recommend'], DEFAULTS.mlp),
  ];
  expect(new Set(shown).size).toBe(shown.length);
  expect(SETTING_NAMES.filter((name) => !shown.includes(name))).toEqual([
    'model',
    'neighbours',
    'similarityShrinkage',
    'ridge',
    'liked',
    'loss',
    'listWeight',
    'unobserved',
    'regularisation',
    'frequency',
    'negatives',
    'negativesBy',
    'dislikes',
    'momentum',
    'biasRate',
    'listL2',
    'gravity',
    'validationPerUser',
    'testPerUser',
  ]);
});

it('leaves out what has no effect', () => {
  expect(settingsOf(['model'], DEFAULTS.dot)).not.toContain('hidden');
  expect(settingsOf(['model'], DEFAULTS.dot)).toContain('biases');
  expect(settingsOf(['training'], DEFAULTS.dot)).not.toContain('momentum');
  expect(settingsOf(['training'], { ...DEFAULTS.dot, optimizer: 'sgd' })).toContain('momentum');
  expect(settingsOf(['training'], { ...DEFAULTS.dot, listWeight: 0.5 })).toContain('listL2');
  expect(settingsOf(['training'], { ...DEFAULTS.dot, loss: 'bpr' })).toContain('negatives');
  expect(settingsOf(['split'], DEFAULTS.dot)).toEqual(['split', 'validationShare', 'testShare', 'seed']);
  expect(settingsOf(['split'], { ...DEFAULTS.dot, split: 'leave-last' })).toEqual([
    'split',
    'validationPerUser',
    'testPerUser',
    'seed',
  ]);
});

it('counts the changes among the names given', () => {
  expect(changedCount(['seed', 'decay'], { ...DEFAULTS.dot, seed: 3, epochs: 2 }, DEFAULTS.dot)).toBe(1);
});
