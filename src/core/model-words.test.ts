import { expect, test } from 'vitest';
import type { Overrides } from './hyperparameters.ts';
import { modelWords } from './model-words.ts';
import { resolve } from './settings/defaults.ts';

test.each<[Overrides, string]>([
  [{}, 'Dot product with biases, 50 factors'],
  [{ biases: false, userFactors: 1, movieFactors: 1 }, 'Dot product, 1 factor'],
  [{ listWeight: 0, userFactors: 8, movieFactors: 20 }, 'Dot product with biases, 8 user and 20 movie factors'],
  [{ genres: true, releaseYear: true }, 'Dot product with biases, 50 factors, 2 features'],
  [{ loss: 'implicit', userFactors: 64 }, 'Dot product, 64 factors'],
  [{ model: 'mlp', hidden: [64, 32] }, 'MLP, hidden layers 64 – 32, 50 factors'],
  [{ model: 'mlp', hidden: [] }, 'MLP, 50 factors'],
  [{ model: 'neighbours', neighbours: 40 }, 'Item neighbours, 40 at most'],
  [{ model: 'bias' }, 'Bias only'],
  [{ model: 'ease' }, 'EASE'],
])('of %o: %s', (overrides, words) => expect(modelWords(resolve(overrides))).toBe(words));
