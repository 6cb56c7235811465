import { expect, it } from 'vitest';
import type { MeasuredEpoch } from '../../core/best-epoch.ts';
import type { EpochReport } from '../../core/run-report.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { besideFigure, comparison, describeParts, ofEpoch, rankingFigures, testFigure, trainedOn } from './parts.ts';

const sizes = (patience: number, testRatings = 0) => ({
  configuration: resolve({ patience }),
  trainRatings: 9000,
  validationRatings: 1000,
  testRatings,
});

it('names each part once, and says where its error is too low', () => {
  expect(describeParts(sizes(0))).toBe(
    'Of the ratings, the model learned from 9,000 (training part) and was measured on 1,000 others (validation part).',
  );
  expect(describeParts(sizes(3))).toContain('Early stopping chose the epoch by them, so their error is slightly too low');
  expect(describeParts(sizes(3, 500))).toMatch(/on 1,000 others .*\(validation part\), and on 500 at the end \(test part\)/);
});

it('without a validation part says that there is no measure of the model', () => {
  expect(describeParts({ ...sizes(0), validationRatings: 0 })).toBe(
    'All 9,000 ratings are the training part. There is no validation part, so there is only a training error, which does not measure the model.',
  );
});

const told = { baselines: { globalMean: 1, biases: 0.9 }, data: { movies: 1000 }, validationRatings: 1000 };

it('a run on pairs says so, and has pair accuracy instead of stars', () => {
  const configuration = resolve({ loss: 'bpr' });
  expect(describeParts({ ...sizes(0), configuration })).toContain('Of the pairs of a liked and an unrated movie');
  expect(comparison(0.3, { ...told, configuration })).toBe('0.693 would be guessing');
  const [auc] = rankingFigures({ validationAuc: 0.9 }, { popularAuc: 0.87 });
  expect(auc).toMatchObject({ value: '0.900', note: expect.stringContaining('popularity alone: 0.870') });
  expect(rankingFigures({ validationAuc: null }, { popularAuc: null })).toEqual([]);
  expect(testFigure({ error: 0.3, mae: null, auc: 0.91 }, sizes(0, 500))).toMatchObject({
    label: 'Test pair accuracy',
    value: '0.910',
  });
});

it('where all ratings are equal the mean is right, and nothing is better', () => {
  const equal = { ...told, baselines: { globalMean: 0, biases: 0 }, configuration: resolve({}) };
  expect(comparison(0, equal)).toBe('stars; always saying the mean is right here: all of these ratings are equal');
});

it('a run on stars is compared with user + movie bias, not with the mean', () => {
  expect(comparison(0.85, { ...told, configuration: resolve({}) })).toBe('stars; 0.050 better than user + movie bias');
  expect(comparison(0.9, { ...told, configuration: resolve({ model: 'bias' }) })).toBe('stars');
});

it('a run on the list alone is measured by the list', () => {
  const configuration = resolve({ listWeight: 1 });
  expect(comparison(5, { ...told, configuration })).toBe('6.908 would be guessing');
  expect(testFigure({ error: 5, mae: null, auc: null }, sizes(0, 500))).toMatchObject({
    label: 'Test list loss',
    value: '5.000',
  });
});

it('a training error of some of the ratings says of how many', () => {
  expect(trainedOn({ trainRatings: 9000, trainMeasured: 9000 })).toBe('on the training part');
  expect(trainedOn({ trainRatings: 900_000, trainMeasured: 50_000 })).toBe('on 50,000 drawn from the training part');
});

it('beside the best epoch, where its weights are in use, stands the last; else the best', () => {
  const [best, last] = [0.91, 0.93].map(
    (validationError, at) => ({ epoch: at + 2, validationError }) as MeasuredEpoch<EpochReport>,
  );
  if (!best || !last) throw new Error('there are two');
  const figure = (taken: number | null) => besideFigure({ last, best, summary: { taken } }, { epochs: 9 });
  expect(figure(2)).toEqual({ label: 'Last epoch', value: '3', note: 'of 9 epochs, with 0.930' });
  expect(figure(null)).toEqual({ label: 'Best epoch', value: '2', note: 'of 9 epochs, with 0.910' });
  expect(besideFigure({ last, best, summary: null }, { epochs: 9 }).label).toBe('Best so far');
  const isLast = besideFigure({ last: best, best, summary: { taken: null } }, { epochs: 2 });
  expect(isLast, 'its error stands beside it').toEqual({ label: 'Best epoch', value: '2', note: 'of 2 epochs' });
  expect(ofEpoch(best, { taken: 2 })).toBe('; of epoch 2, whose weights are in use');
  expect([ofEpoch(last, { taken: null }), ofEpoch(last, null)]).toEqual(['', '']);
});
