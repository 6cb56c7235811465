import { expect, test } from 'vitest';
import { modelOf, ratingsOf } from './model.fixture.ts';
import { pointsOf } from './points.ts';

test('of too many movies those with the most ratings are points, and it is known of how many', () => {
  const model = modelOf(ratingsOf(60));
  const all = pointsOf(model, 'movies');
  expect([all.rows.length, all.trained]).toEqual([60, 60]);
  const some = pointsOf(model, 'movies', 10);
  expect([some.rows.length, some.trained]).toEqual([10, 60]);
  // Every fourth movie is rated by all users.
  expect([...some.rows]).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36]);
});
