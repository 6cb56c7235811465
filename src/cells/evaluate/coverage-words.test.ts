import { expect, test } from 'vitest';
import { coverageWords } from './coverage-words.ts';

test.each([
  [0.523, 0.9, 10_000, 'So the model knows well how sure it is.'],
  [0.986, 1, 217, 'They are too wide: the predictions are better than the model says.'],
  [0.39, 0.817, 30_001, 'They are too narrow: the predictions are worse than the model says.'],
  // Which may be chance.
  [0.45, 0.84, 100, 'So the model knows well how sure it is.'],
  [0.25, 0.75, 4, 'They are too few to say how well the model knows how sure it is.'],
])('%f and %f of %i', (half, ninety, ratings, verdict) =>
  expect(coverageWords({ half, ninety, ratings }).endsWith(verdict)).toBe(true),
);

test('says what was found', () =>
  expect(coverageWords({ half: 0.523, ninety: 0.9, ratings: 10_000 })).toContain(
    'Intervals: of 10,000 held-out ratings, 52.3 % are within the model’s 50 % intervals, and 90.0 % within its 90 % intervals.',
  ));
