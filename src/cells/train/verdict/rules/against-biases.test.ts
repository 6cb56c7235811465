import { expect, it } from 'vitest';
import type { Overrides } from '../../../../core/hyperparameters.ts';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { againstBiases } from './against-biases.ts';

const of = (error: number, overrides: Overrides = {}, validationRatings = 10_000) =>
  againstBiases(factsFor({ train: [0.9], validation: [error] }, overrides, { validationRatings }))?.text;

it('says how far the error is from that of user + movie bias, and what that means', () => {
  expect(of(0.877)).toBe('0.023 stars (2.56 %) better than user + movie bias (0.900); up to 0.008 could be chance.');
  expect(of(0.93)).toBe('0.030 stars worse than user + movie bias (0.900): its factors do not help to predict stars.');
  expect(of(0.93, { model: 'neighbours' })).toContain('its similarities do not help to predict stars');
  expect(of(1.2)).toBe('0.150 stars worse than always predicting the mean: its predictions of stars are of no use.');
});

it('takes no difference for one that chance, or rounding, may have made', () => {
  expect(of(0.897)).toBe(
    'No better than user + movie bias (0.900): on 10,000 validation ratings a difference below 0.008 stars may be chance.',
  );
  expect(of(0.85, {}, 1)).toContain('on 1 validation rating a difference');
  expect(of(0.85, {}, 42)).toContain('below 0.125 stars may be chance');
  expect(of(0.8998, {}, 10_000_000)).toContain('No better');
});

it('goes by the mean where that is the lower of the two', () => {
  const against = (error: number) =>
    againstBiases(factsFor({ train: [0.9], validation: [error] }, {}, { baselines: { globalMean: 0.88, biases: 0.9 } }))?.text;
  expect(against(0.8)).toBe('0.080 stars (9.09 %) better than always predicting the mean (0.880); up to 0.008 could be chance.');
  expect(against(0.885)).toContain('No better than always predicting the mean (0.880)');
  expect(against(0.9)).toContain('0.020 stars worse than always predicting the mean');
});

it('says of what needs no training what it is for, and nothing of scores', () => {
  expect(of(0.9, { model: 'bias' })).toContain('the line that a trained model has to beat');
  expect(of(1.05, { model: 'mean' })).toContain('the least that any model has to beat');
  expect([of(1, { model: 'popular' }), of(0.5, { loss: 'bpr' }), of(5, { listWeight: 1 })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('goes by the epoch whose weights are in use', () => {
  const facts = factsFor({ train: [0.8, 0.7], validation: [0.877, 0.95] }, { patience: 1 }, { taken: 1 });
  expect(againstBiases(facts)?.text).toContain('0.023 stars (2.56 %) better');
  expect(againstBiases(factsFor(GOOD))?.proposal).toBeUndefined();
});
