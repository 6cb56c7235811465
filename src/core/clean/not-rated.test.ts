import { expect, test } from 'vitest';
import { guessNotRated } from './not-rated.ts';

type Counts = readonly (readonly [value: number, count: number])[];

const TEN: Counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => [value, 10 * value]);
const JESTER: Counts = Array.from({ length: 401 }, (_, at) => [(at - 200) / 20, 3]);
const STARS: Counts = [1, 2, 3, 4, 5].map((value) => [value, 20]);
const CLOSE = 0.5;

test.each<readonly [string, Counts, readonly number[]]>([
  ['−1 below ten', [[-1, 90], ...TEN], [-1]],
  [
    '−1 below stars from half',
    [
      [-1, 2],
      [CLOSE, 4],
      [4, 9],
    ],
    [-1],
  ],
  ['99 beside Jester’s −10 … 10', [...JESTER, [99, 800]], [99]],
  ['−99 beside Jester’s', [[-99, 800], ...JESTER], [-99]],
  ['255 above stars', [...STARS, [255, 12]], [255]],
  [
    '99 above a few stars, once',
    [
      [4, 1],
      [5, 2],
      [99, 1],
    ],
    [99],
  ],
  ['more zeros than of any rating', [[0, 150], ...TEN], [0]],
  [
    'more zeros than of any rating, the next of which are frequent',
    [
      [0, 293],
      [5, 105],
      [7, 86],
      [8, 110],
      [10, 119],
    ],
    [0],
  ],
  ['−1 and 0', [[-1, 30], [0, 200], ...TEN], [-1, 0]],
])('%s: surely not rated', (_, tally, values) => {
  expect(guessNotRated(tally, false)).toEqual(values.map((value) => ({ value, isSure: true })));
});

test('many zeros below more frequent ratings are no more than a suspicion, and so is a single −1', () => {
  expect(guessNotRated([[-1, 1], ...TEN], false)).toEqual([{ value: -1, isSure: false }]);
  expect(guessNotRated([[0, 60], ...TEN], false)).toEqual([{ value: 0, isSure: false }]);
});

test.each<readonly [string, Counts]>([
  [
    'dislikes and likes',
    [
      [-1, 50],
      [1, 50],
    ],
  ],
  [
    '−1, 0 and 1',
    [
      [-1, 50],
      [0, 90],
      [1, 50],
    ],
  ],
  [
    '−2 … 2',
    [
      [-2, 9],
      [-1, 9],
      [0, 9],
      [1, 9],
      [2, 9],
    ],
  ],
  [
    'no and yes',
    [
      [0, 90],
      [1, 10],
    ],
  ],
  ['a few zeros', [[0, 3], ...TEN]],
  ['zeros as frequent as ones', [[0, 9], ...TEN]],
  [
    'ratings of which low ones are common',
    [
      [0, 50],
      [1, 30],
      [2, 15],
      [3, 5],
    ],
  ],
  [
    'percents up to 99',
    [
      [10, 4],
      [60, 9],
      [98, 4],
      [99, 9],
    ],
  ],
  [
    'the largest of a few counts',
    [
      [1, 9],
      [2, 3],
      [3, 1],
      [99, 1],
    ],
  ],
  ['all alike', [[99, 4]]],
  ['stars', STARS],
])('%s: all of them ratings', (_, tally) => expect(guessNotRated(tally, false)).toEqual([]));

test('counts of 99 are counts, and counts of 0 are none', () => {
  expect(
    guessNotRated(
      [
        [1, 30],
        [2, 9],
        [99, 3],
      ],
      true,
    ),
  ).toEqual([]);
  expect(
    guessNotRated(
      [
        [0, 1],
        [1, 30],
        [2, 9],
      ],
      true,
    ),
  ).toEqual([{ value: 0, isSure: true }]);
});
