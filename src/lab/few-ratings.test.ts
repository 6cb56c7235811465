import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { classRatings } from '../core/class-ratings.fixture.ts';
import { NETWORK_NAMES } from '../core/model-name.ts';
import { resolve, sizeOf } from '../core/settings/defaults.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import { trainOut } from './train-out.fixture.ts';

const host = await createNodeHost(1);

describe.each(NETWORK_NAMES)('the defaults of a %s learn the tastes of a class', (model) => {
  test.each([
    ['stars and list', {}],
    ['stars', { listWeight: 0 }],
  ] as const)('aim: %s', async (_, aim) => {
    for (const seed of [1, 2, 3]) {
      const ratings = classRatings(seed);
      const configuration = resolve({ model, seed, ...aim }, sizeOf(ratings.count));
      const { epochs, baselines } = await trainOut(ratings, configuration, (options) => createSimdTrainer(options, host));
      const { globalMean, biases } = baselines ?? expect.fail();
      expect(biases).toBeGreaterThan(0.95 * globalMean);
      expect(epochs.at(-1)?.validationError).toBeLessThan(0.6 * globalMean);
    }
  });
});
