import { expect, test } from 'vitest';
import type { Overrides } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { orderNote } from './order-note.ts';

test.each<[Overrides, RegExp]>([
  [{}, /most likely to choose; the stars are what they would give/],
  [{ listWeight: 0 }, /order of the stars/],
  [{ listWeight: 1 }, /order of the score/],
  [{ loss: 'implicit' }, /order of the score/],
  [{ loss: 'bpr', model: 'mlp' }, /order of the score/],
  [{ model: 'neighbours' }, /order of the stars/],
  [{ model: 'popular' }, /how many have rated them/],
  [{ model: 'ease' }, /most likely to choose; the stars are those of the biases/],
])('of %o', (overrides, words) => expect(orderNote(resolve(overrides))).toMatch(words));
