import { expect, test } from 'vitest';
import { alwaysTheMean, watchDivergence, watchList } from './divergence.ts';

test('a list whose loss explodes, or is no number, is stopped, with the step', () => {
  const check = watchList();
  check(9.1, 1);
  check(7, 2);
  check(40, 3);
  expect(() => check(46, 4)).toThrow('The loss of the list exploded at step 4.');
  expect(() => watchList()(Number.NaN, 1)).toThrow('Loss became infinite at step 1.');
});

test('where all ratings are equal and the target is measured from them, an error below a unit of it has not exploded', () => {
  const { checkSteps } = watchDivergence(alwaysTheMean({ mean: 4, deviation: 0 }, { offset: 4, scale: 1 }));
  expect(() => checkSteps(0.3, 1)).not.toThrow();
  expect(() => checkSteps(6, 2)).toThrow('The error exploded at step 2.');
});

test('where all ratings are equal, an error that is small and rises a little is none that explodes', () => {
  const { checkEpoch } = watchDivergence(alwaysTheMean({ mean: 4, deviation: 0 }, { offset: 0, scale: 1 }));
  expect(() => checkEpoch(0.02, [0.01, 0.001], 3)).not.toThrow();
  expect(() => checkEpoch(2, [0.01, 0.001], 3)).toThrow('The error exploded at step 3.');
});
