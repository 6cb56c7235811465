import { expect, test } from 'vitest';
import type { Overrides } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { orderNote } from './order-note.ts';

test.each<[Overrides, RegExp]>([
  [{}, /most likely choice first; the stars are predicted ratings/],
  [{ listWeight: 0 }, /Ordered by predicted stars/],
  [{ listWeight: 1 }, /Ordered by score/],
  [{ loss: 'implicit' }, /liked movies score about 1/],
  [{ loss: 'bpr', model: 'mlp' }, /Ordered by score/],
  [{ model: 'neighbours' }, /Ordered by predicted stars/],
  [{ model: 'popular' }, /number of ratings/],
  [{ model: 'ease' }, /most likely choice first; the stars are those of the biases/],
])('of %o', (overrides, words) => expect(orderNote(resolve(overrides))).toMatch(words));
