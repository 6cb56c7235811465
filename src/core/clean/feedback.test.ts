import { expect, test } from 'vitest';
import { feedbackOf } from './feedback.ts';
import { isCalledCounts } from './findings.ts';

type Counts = readonly (readonly [value: number, count: number])[];

const UNNAMED = { name: undefined, exists: true };
const TAIL: Counts = [1, 2, 3, 4, 6, 9, 14, 22, 31].map((value, at) => [value, 2 ** (9 - at)]);

test.each<readonly [string, Counts, string | undefined, string]>([
  [
    'stars',
    [
      [1, 3],
      [4, 9],
      [5, 5],
    ],
    'rating',
    'ratings',
  ],
  [
    'percents',
    [
      [10, 2],
      [60, 9],
      [75, 5],
      [100, 3],
    ],
    undefined,
    'ratings',
  ],
  [
    'Jester’s',
    [
      [-9.5, 2],
      [0.25, 9],
      [10, 5],
    ],
    undefined,
    'ratings',
  ],
  ['a long tail of whole numbers', TAIL, undefined, 'counts'],
  [
    'more than any scale has',
    [
      [11_000, 1],
      [13_883, 1],
    ],
    'weight',
    'counts',
  ],
  [
    'a few plays',
    [
      [1, 3],
      [2, 1],
    ],
    'plays',
    'counts',
  ],
  [
    'changes, whatever they are called',
    [
      [-3, 3],
      [2, 1],
    ],
    'count',
    'ratings',
  ],
  ['ones', [[1, 30]], 'rating', 'equal'],
])('%s', (_, tally, name, feedback) => expect(feedbackOf(tally, { name, exists: true })).toBe(feedback));

test('a file without ratings has events', () => {
  expect(feedbackOf([[1, 9]], { ...UNNAMED, exists: false })).toBe('events');
});

test.each(['count', 'Play Count', 'listen_count', 'plays', 'clicks', 'page_views', 'count:float', 'hours'])(
  '%s is called counts',
  (name) => expect(isCalledCounts(name)).toBe(true),
);
test.each(['rating', 'reviews', 'stars', 'weight', 'value', 'country', 'discount_rating', undefined])('%s is not', (name) =>
  expect(isCalledCounts(name)).toBe(false),
);
