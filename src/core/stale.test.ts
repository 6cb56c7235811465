import { describe, expect, test } from 'vitest';
import { SETTINGS } from './hyperparameters.ts';
import { resolve } from './settings/defaults.ts';
import { formatNumber, formatSetting } from './settings/format.ts';
import { DEFAULTS } from './settings/tuned.ts';
import { changedSettings, staleReason } from './stale.ts';

const SET = { userFactors: 50, epochs: 15, seed: 1, biases: true, hidden: [64, 32], target: 'raw', l2: 0.1 } as const;
const dot = { ...DEFAULTS.dot, ...SET };
const mlp = { ...DEFAULTS.mlp, ...SET };

describe('why a result is stale', () => {
  test('nothing changed: it is not', () => {
    expect(staleReason(dot, { ...dot, hidden: [...dot.hidden] })).toBeNull();
  });

  test.each([
    ['Trained with user embedding size 50; it is now 32.', dot, { ...dot, userFactors: 32 }],
    ['Trained with biases on; it is now off.', dot, { ...dot, biases: false }],
    ['Trained with split Random share; it is now Last of each user.', dot, { ...dot, split: 'leave-last', testShare: 0.2 }],
    ['Trained with seed 1; it is now 2.', dot, { ...dot, seed: 2 }],
    ['Trained with hidden layers 64 – 32; it is now none.', mlp, { ...mlp, hidden: [] }],
    ['Trained with target Raw stars; it is now Min–max.', mlp, { ...mlp, target: 'min-max' }],
    ['Trained with epochs 15; it is now 3 (and 2 other settings changed).', dot, { ...dot, epochs: 3, l2: 0, seed: 9 }],
    ['Trained with model Dot product; it is now MLP.', dot, mlp],
  ] as const)('%s', (sentence, trained, current) => {
    expect(staleReason(trained, current)).toBe(sentence);
  });

  test('a setting that the model does not have outdates nothing', () => {
    expect(changedSettings(dot, { ...dot, dropout: 0.5, hidden: [1], activation: 'sigmoid' })).toEqual([]);
    expect(changedSettings(mlp, { ...mlp, dropout: 0.5 })).toEqual(['dropout']);
  });

  test('another model is the only reason given', () => {
    expect(changedSettings(dot, resolve({ model: 'mlp', epochs: 99 }))).toEqual(['model']);
  });
});

test.each([
  [0.005, '0.005'],
  [1 / 3, '0.3333'],
  [0.1 + 0.2, '0.3'],
  [1e-5, '0.00001'],
  [123456, '123456'],
  [-0.5, '-0.5'],
  [99.999, '100'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('a choice is written by its label, a switch by on and off, a list with dashes', () => {
  expect(formatSetting(SETTINGS.optimizer, 'adam')).toBe('Adam');
  expect(formatSetting(SETTINGS.biases, true)).toBe('on');
  expect(formatSetting(SETTINGS.hidden, [8, 4, 2])).toBe('8 – 4 – 2');
  expect(formatSetting(SETTINGS.learningRate, 0.0030001)).toBe('0.003');
});
