import { expect, test } from 'vitest';
import type { Overrides } from '../core/hyperparameters.ts';
import { resolve } from '../core/settings/defaults.ts';
import { buildNetwork } from './build-network.ts';

const NO_FEATURES = { genres: 0, periods: 0, demographics: 0 };
const COUNTS = {
  users: 3,
  movies: 4,
  scale: { min: 1, max: 500, step: 1 },
  features: NO_FEATURES as never,
  stars: { mean: 40, deviation: 30 },
};

test.each<[string, Overrides, number]>([
  ['stars are in units of the scale', {}, 60],
  ['scores of pairs have no unit', { loss: 'bpr' }, 1],
  ['scores of solved rows have none either', { loss: 'implicit' }, 1],
])('%s', (_, overrides, scale) => {
  expect(buildNetwork(resolve(overrides), COUNTS).target).toEqual({ offset: 0, scale });
});
