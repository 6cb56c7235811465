import { expect, it } from 'vitest';
import { whyFirst } from './why-first.ts';

it('says in one sentence why a user is shown first', () => {
  const genres = { best: { genre: 'Drama', meanStars: 4.25 }, worst: { genre: 'Horror', meanStars: 2.5 } };
  expect(whyFirst({ userId: 7, ratings: 120, known: 0.84, genres })).toBe(
    'Shown first because this taste is easy to read: 120 ratings, 84 % of them for well-known movies; Drama gets 4.25 stars on average, Horror 2.50.',
  );
  expect(whyFirst({ userId: 7, ratings: 1, known: 1, genres: null })).toBe(
    'Shown first because this taste is easy to read: 1 rating, 100 % of them for well-known movies.',
  );
});
