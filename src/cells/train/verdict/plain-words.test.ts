import { expect, it } from 'vitest';
import type { Overrides } from '../../../core/hyperparameters.ts';
import type { RunStart } from '../../../core/run-report.ts';
import { factsFor, GOOD } from './facts.fixture.ts';
import { plainWords } from './plain-words.ts';

const DATA = { name: 'Small', ratings: 100_000 };
const of = (error: number | null, overrides: Overrides = {}, changes: Partial<RunStart> = {}, auc: number | null = null) =>
  plainWords({ ...factsFor(GOOD, overrides).start, data: DATA, ...changes } as unknown as RunStart, {
    validationError: error,
    validationAuc: auc,
  });

it('names model, data and number of ratings, and says how good it is beside averages and the mean', () => {
  expect(of(0.877)).toBe(
    'Dot product, trained on 90,000 ratings of Small: on 10,000 held-out ratings it is typically wrong by 0.88 stars (RMSE), better than user and movie averages (user + movie bias: 0.90) and than always guessing the mean (1.05).',
  );
});

it.each([
  [of(0.899), 'wrong by 0.90 stars (RMSE), no better than user and movie averages (user + movie bias: 0.90).'],
  [of(0.93), 'wrong by 0.93 stars (RMSE), worse than user and movie averages (user + movie bias: 0.90).'],
  [of(1.2), 'wrong by 1.20 stars (RMSE), worse than always guessing the mean (1.05).'],
  [of(0.8, {}, { baselines: { globalMean: 0.88, biases: 0.9 } }), 'better than always guessing the mean (0.88).'],
  [of(0.9, { model: 'bias' }), 'wrong by 0.90 stars (RMSE), always guessing the mean (1.05) is worse.'],
  [of(1.05, { model: 'mean' }), 'typically wrong by 1.05 stars (RMSE).'],
  [of(0.9, { model: 'popular' }), 'it orders movies, and Evaluate says how good its lists are.'],
  [of(null), 'no ratings are held out, so its error on unseen ratings is not known.'],
  [of(0, {}, { baselines: { globalMean: 0, biases: 0 } }), 'there is nothing to predict better.'],
  [
    of(0.3, { loss: 'bpr' }, { baselines: null, popularAuc: 0.88 }, 0.913),
    'it ranks 91 % of 10,000 held-out pairs correctly, popularity alone 88 %.',
  ],
  [of(5, { listWeight: 1 }, { baselines: null }), 'its list loss is 5.000, and Evaluate says how good its lists are.'],
])('%s', (words, end) => expect(words.endsWith(end)).toBe(true));
