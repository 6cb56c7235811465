import { expect, test } from 'vitest';
import { resolve } from '../settings/defaults.ts';
import { offeredAxis, offeredSweep, sweepable } from './offer.ts';
import { testSweep } from './sweep.fixture.ts';
import { readSweep, writeSweep } from './sweep-text.ts';

test('a sweep is the same after it was written and read', () => {
  const configuration = resolve({ model: 'mlp' });
  const everything = {
    ...offeredSweep(configuration),
    axes: sweepable(configuration).map((name) => offeredAxis(name, configuration)),
  };
  for (const sweep of [
    testSweep(),
    testSweep({ rounds: 'halving', seconds: 60, measure: 'ndcg' }),
    testSweep({ rounds: 'hyperband' }),
    everything,
  ]) {
    expect(readSweep(writeSweep(sweep))).toEqual(sweep);
  }
});

test.each([
  'many',
  'grid,full,9,1,rmse',
  'grid,full,9,1,rmse,0;learningRate:log:a:1:3',
  'grid,full,9,1,rmse,0;learningRate:list:0.1:x',
  'grid,full,9,1,rmse,0;optimizer:list:magic',
  'grid,full,9,1,rmse,0;biases:list:perhaps',
  'grid,full,9,1,rmse,0;constructor:list:1',
  'grid,full,-9,1,rmse,0',
])('%s is no sweep', (text) => {
  expect(readSweep(text)).toBeNull();
});
