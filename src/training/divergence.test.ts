import { expect, test } from 'vitest';
import { watchList } from './divergence.ts';

test('a list whose loss explodes, or is no number, is stopped, with the step', () => {
  const check = watchList();
  check(9.1, 1);
  check(7, 2);
  check(40, 3);
  expect(() => check(46, 4)).toThrow('The loss of the list exploded at step 4.');
  expect(() => watchList()(Number.NaN, 1)).toThrow('Loss became infinite at step 1.');
});
