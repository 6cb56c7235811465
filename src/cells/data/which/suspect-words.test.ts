import { expect, test } from 'vitest';
import { notRatedAfter, suspectWords } from './suspect-words.ts';

const MINUS = { value: -1, count: 1200, isLeftOut: true };
const ZERO = { value: 0, count: 1, isLeftOut: false };

test('says how many ratings it concerns, and what became of them', () => {
  expect(suspectWords(MINUS)).toEqual({
    message: '1,200 ratings of −1 seem to mean “not rated”.',
    remedy: 'They are left out.',
    button: 'Keep the ratings of −1',
  });
  expect(suspectWords(ZERO)).toEqual({
    message: '1 rating of 0 seems to mean “not rated”.',
    remedy: 'It is kept as a rating like all others.',
    button: 'Leave out the rating of 0',
  });
});

test('a click turns one value round and leaves the others', () => {
  expect(notRatedAfter(MINUS, [MINUS, ZERO], 'guess')).toEqual([]);
  expect(notRatedAfter(ZERO, [MINUS, ZERO], 'guess')).toEqual([-1, 0]);
  expect(notRatedAfter(MINUS, [MINUS, ZERO], [-1, 7])).toEqual([7]);
});
