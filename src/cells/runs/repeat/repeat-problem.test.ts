import { expect, test } from 'vitest';
import { repeatProblem } from './repeat-problem.ts';

test.each([
  ['seeds', 5, 100, true, null],
  ['folds', 5, 5, false, null],
  ['seeds', 1, 100, true, /One seed has no interval/],
  ['folds', 1, 100, true, /One fold has no interval/],
  ['seeds', 0, 100, true, /One seed has no interval/],
  ['folds', 6, 5, true, /only 5 ratings for 6 folds/],
  ['seeds', 21, 100, true, /20 are the most/],
  ['seeds', 2.5, 100, true, /whole number/],
  ['folds', Number.NaN, 100, true, /whole number/],
  ['seeds', 5, 100, false, /Nothing is held out/],
] as const)('%s, %d of %d ratings, held out: %s', (kind, count, ratings, holdsOut, wanted) => {
  const problem = repeatProblem(kind, count, ratings, holdsOut);
  if (wanted === null) expect(problem).toBeNull();
  else expect(problem).toMatch(wanted);
});
