import { expect, test } from 'vitest';
import type { RecommendedMovie } from '../contract.ts';
import { overlapWords, placeIn } from './words.ts';

const list = (...ids: readonly number[]) => ids.map((movieId) => ({ movieId }) as RecommendedMovie);

test('how many movies are on both lists', () => {
  expect(overlapWords({ mine: list(1, 2, 3), theirs: list(3, 4, 5), shared: 1 })).toBe(
    '1 of 3 movies is on both lists: overlap@3 is 33 %.',
  );
  expect(overlapWords({ mine: [], theirs: [], shared: 0 })).toBe('No movie passes the filters.');
});

test('where a movie is on the other list', () => {
  expect(placeIn(list(7, 8), { movieId: 8 } as RecommendedMovie)).toBe('place 2 there');
  expect(placeIn(list(7), { movieId: 8 } as RecommendedMovie)).toBe('');
});
