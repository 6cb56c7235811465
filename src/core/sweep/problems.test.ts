import { expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { resolve } from '../settings/defaults.ts';
import { offeredAxis, offeredSweep, sweepable } from './offer.ts';
import { problemsOf } from './problems.ts';
import { FACTORS, RATES, testSweep } from './sweep.fixture.ts';
import type { SweepSettings } from './sweep-settings.ts';

const ZERO = { kind: 'range', name: 'l2', scale: 'log', from: 0, to: 0.1, steps: 3 } as const;

test.each<[string, Partial<SweepSettings>, Overrides, RegExp]>([
  ['no setting', { axes: [] }, {}, /no setting to vary/],
  ['a list without values', { axes: [{ ...FACTORS, values: [] }] }, {}, /^User embedding size has no values/],
  ['a size of both embeddings', { axes: [{ ...FACTORS, values: [] }] }, { optimizer: 'gibbs' }, /^Embedding size has no values/],
  ['a range that ends before it starts', { axes: [{ ...RATES, from: 1 }] }, {}, /starts at 1, above its end at 0.1/],
  ['a logarithmic range from 0', { axes: [ZERO] }, {}, /cannot start at 0/],
  ['a range beyond the setting', { axes: [{ ...RATES, to: 1e6 }] }, {}, /must be within 0.00001 and 100/],
  ['a setting without effect', { axes: [{ ...ZERO, name: 'dropout', scale: 'linear' }] }, {}, /Dropout has no effect/],
  ['a setting twice', { axes: [RATES, RATES] }, {}, /there twice/],
  ['no held-out ratings', {}, { split: 'none' }, /Nothing is held out/],
  ['no stars to measure', {}, { loss: 'bpr' }, /no RMSE to choose by/],
  [
    'halving over epochs',
    { rounds: 'halving', axes: [{ ...RATES, name: 'epochs', from: 1, to: 8 }] },
    {},
    /Halving saves epochs/,
  ],
  ['far too many trials', { axes: [{ ...RATES, steps: 150 }, FACTORS] }, {}, /makes 300 trials; a sweep has at most 200/],
  ['ten thousand trials', { method: 'random', trials: 10_000 }, {}, /makes 10,000 trials/],
  ['too many values', { axes: [{ ...RATES, steps: 1e9 }] }, {}, /needs 1 to 200 values/],
  ['a single trial', { axes: [{ ...FACTORS, values: [8] }] }, {}, /a single trial/],
  [
    'draws from a single value',
    {
      method: 'random',
      axes: [
        { ...RATES, from: 0.1 },
        { ...FACTORS, values: [8, 8] },
      ],
    },
    {},
    /All trials would have the same settings/,
  ],
  ['a model without settings', { axes: [] }, { model: 'mean' }, /no setting to vary/],
])('%s is said', (_, parts, overrides, words) => {
  expect(problemsOf(testSweep(parts), resolve(overrides))).toContainEqual(expect.stringMatching(words));
});

test('a sweep without faults has no problem', () => {
  expect(problemsOf(testSweep(), resolve({}))).toEqual([]);
});

test.each<Overrides>([{}, { model: 'mlp' }, { loss: 'implicit' }, { loss: 'bpr' }, { model: 'ease' }, { model: 'neighbours' }])(
  'what is offered of %o can start, each setting on its own too',
  (overrides) => {
    const configuration = resolve(overrides);
    const offered = offeredSweep(configuration);
    expect(problemsOf(offered, configuration)).toEqual([]);
    for (const name of sweepable(configuration)) {
      expect(problemsOf({ ...offered, axes: [offeredAxis(name, configuration)] }, configuration), name).toEqual([]);
    }
  },
);
