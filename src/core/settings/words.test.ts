import { expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { resolve } from './defaults.ts';
import { helpOf, labelOf } from './words.ts';

test.each<[string, Overrides]>([
  ['User embedding size', {}],
  ['User embedding size', { loss: 'bpr' }],
  ['Embedding size', { loss: 'implicit' }],
  ['Embedding size', { optimizer: 'sgd-by-rating' }],
  ['Embedding size', { optimizer: 'als' }],
  ['Embedding size', { optimizer: 'gibbs' }],
])('it is the %s with %o', (label, overrides) => {
  expect(labelOf('userFactors', resolve(overrides))).toBe(label);
});

test('what a setting does is said of what it is for', () => {
  const help = (overrides: Overrides) => helpOf('biases', resolve(overrides));
  expect(help({})).toContain('a bias for each user');
  expect(help({ loss: 'bpr' })).toContain('A bias of the user would not change the order.');
  expect(helpOf('userFactors', resolve({ optimizer: 'gibbs' }))).toContain('a user, and a movie');
});
