import { expect, test } from 'vitest';
import type { Overrides } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { Recommendation } from './contract.ts';
import { hasIntervals, orderNote, scoreName } from './order-note.ts';

test.each<[Overrides, RegExp]>([
  [{}, /list score, not by predicted stars: the most likely choice first/],
  [{ listWeight: 0 }, /Ordered by predicted stars/],
  [{ listWeight: 1 }, /Ordered by score/],
  [{ loss: 'implicit' }, /liked movies score about 1/],
  [{ loss: 'bpr', model: 'mlp' }, /Ordered by score/],
  [{ model: 'neighbours' }, /Ordered by predicted stars/],
  [{ model: 'popular' }, /number of ratings/],
  [{ model: 'ease' }, /most likely choice first. The stars are those of the biases/],
])('of %o', (overrides, words) => expect(orderNote(resolve(overrides))).toMatch(words));

test('by lower bounds, where the model knows them', () => {
  const movie = {} as Recommendation['movies'][number];
  expect(hasIntervals({ movies: [movie, { ...movie, within: 0.6 }] })).toBe(true);
  expect(hasIntervals({ movies: [movie] })).toBe(false);
  expect(orderNote(resolve({ optimizer: 'gibbs' }), true)).toBe('Ordered by predicted stars, less their uncertainty.');
});

test.each<[Overrides, string | null]>([
  [{}, 'list score'],
  [{ model: 'ease' }, 'score'],
  [{ listWeight: 0 }, null],
  [{ listWeight: 1 }, null],
  [{ loss: 'bpr' }, null],
  [{ model: 'popular' }, null],
])('of %o the score beside the stars is %s', (overrides, name) => expect(scoreName(resolve(overrides))).toBe(name));
