import { describe, expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { resolve } from '../settings/defaults.ts';
import { type JobKind, jobConfiguration, jobNotes, missingJob, sweepsOf } from './job-configuration.ts';

describe('which job trains what', () => {
  test.each<[Overrides, Partial<Record<JobKind, true>>]>([
    [{ listWeight: 0 }, { spark: true, tensorflow: true }],
    [{ listWeight: 0.5 }, { spark: true, tensorflow: true }],
    [{ loss: 'implicit' }, { spark: true }],
    [{ model: 'mlp' }, { tensorflow: true }],
    [{ model: 'hybrid', loss: 'huber' }, { tensorflow: true }],
    [{ listWeight: 1 }, {}],
    [{ loss: 'bpr' }, {}],
    [{ loss: 'softmax' }, {}],
    [{ model: 'ease' }, {}],
  ])('%o', (overrides, jobs) => {
    const configuration = resolve(overrides);
    const found = (['spark', 'tensorflow'] as const).filter((kind) => missingJob(kind, configuration) === null);
    expect(found).toEqual(Object.keys(jobs));
  });
});

test('Spark’s squared error starts from the mean, without biases and with one embedding size', () => {
  const own = jobConfiguration(
    'spark',
    resolve({ listWeight: 0.5, genres: true, userFactors: 20, movieFactors: 30, loss: 'huber' }),
  );
  expect(own).toMatchObject({ biases: false, target: 'standardised', loss: 'squared', listWeight: 0, genres: false });
  expect(own.movieFactors).toBe(20);
});

test('what the page trains one rating at a time is trained by batches', () => {
  const own = jobConfiguration('tensorflow', resolve({ optimizer: 'sgd-by-rating' }));
  expect(own).toMatchObject({ optimizer: 'adam', learningRate: resolve({ listWeight: 0 }).learningRate });
});

test('an optimizer that the job has keeps its settings', () => {
  const chosen = resolve({ optimizer: 'sgd', learningRate: 0.3, listWeight: 0 });
  expect(jobConfiguration('tensorflow', chosen)).toEqual(chosen);
  expect(jobNotes('tensorflow', chosen)).toEqual([]);
});

test('rows that the page solves are solved as often by the job', () => {
  const sweeps = (overrides: Overrides): number => sweepsOf(resolve({ epochs: 9, ...overrides }));
  expect([{ optimizer: 'als' } as const, { loss: 'implicit' } as const, {}].map(sweeps)).toEqual([9, 9, 15]);
});

test('what is left out is said', () => {
  const configuration = resolve({ listWeight: 0.5, genres: true });
  expect(jobNotes('spark', configuration)).toEqual([
    'It learns the stars alone, without the list.',
    'It has no features.',
    'It has no biases: the factors start from the mean.',
  ]);
});
