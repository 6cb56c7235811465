import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { levelsOf } from './levels.ts';

const baselines = { globalMean: 1.04, biases: 0.89 };
const namesOf = (model: 'mean' | 'bias' | 'neighbours', validationError: number) =>
  levelsOf({ baselines, configuration: resolve({ model }) }, { validationError }, 'It').map(({ name }) => name);

it('a fitted model stands among what needs no training, and not beside itself', () => {
  expect(namesOf('neighbours', 0.87)).toEqual(['Global mean', 'User + movie bias', 'It']);
  expect(namesOf('neighbours', 0.95)).toEqual(['Global mean', 'It', 'User + movie bias']);
  expect(namesOf('mean', 1.04)).toEqual(['It', 'User + movie bias']);
  expect(namesOf('bias', 0.89)).toEqual(['Global mean', 'It']);
});

it('there are no levels where nothing is held out', () => {
  const run = { baselines: null, configuration: resolve({ model: 'bias' }) };
  expect(levelsOf(run, { validationError: null }, 'It')).toEqual([]);
});
