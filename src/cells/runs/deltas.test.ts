import { expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { deltaOf, mixedWords, notComparedWords } from './deltas.ts';

const baseline = testRecord();
const withError = (validationError: number, seed = 1) =>
  testRecord({ seed }, { id: 'b', epochs: [{ epoch: 1, trainError: 1, validationError, seconds: 1 }] });

test.each([
  [0.9, '−0.010'],
  [0.93, '+0.020'],
  [0.9101, '±0.000'],
])('an error of %d is told as %s beside one of 0.91', (error, text) => {
  expect(deltaOf('rmse', withError(error), baseline)).toEqual({ text });
});

test('the baseline is not compared with itself', () => {
  expect(deltaOf('rmse', baseline, baseline)).toBeNull();
});

test('what must not be compared has a reason instead', () => {
  expect(deltaOf('rmse', withError(0.9, 2), baseline)).toEqual({ because: 'another seed' });
  expect(deltaOf('ndcg', withError(0.9), baseline)).toEqual({ because: 'one of the two has no such figure' });
  expect(deltaOf('seconds', { ...withError(0.9), origin: 'file' }, baseline)).toEqual({ because: 'another machine' });
});

test('runs that are not compared are counted by their reasons', () => {
  expect(notComparedWords([baseline, withError(1)], baseline)).toBeNull();
  const words = notComparedWords([withError(1, 2), withError(1, 3), testRecord({ split: 'leave-last' })], baseline);
  expect(words).toContain('2 runs with another seed, 1 run with another split');
});

test('runs of several held-out parts are said to be such', () => {
  expect(mixedWords([baseline, testRecord({ seed: 2 }), testRecord({ model: 'mlp' })])).toBeNull();
  expect(mixedWords([baseline, testRecord({ split: 'leave-last' })])).toContain('2 different sets');
});
