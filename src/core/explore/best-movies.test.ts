import { expect, test } from 'vitest';
import type { Movie } from '../ratings.ts';
import { rankMovies, shrink } from './best-movies.ts';

const movie = (title: string): Movie => ({ id: title as never, title, year: 2000, genres: [] });
const SELECTION = {
  passing: 112,
  counts: [],
  movieCounts: Int32Array.of(100, 10, 1, 1, 0),
  movieStars: Float64Array.of(400, 45, 5, 1, 0),
};
const CATALOGUE = ['often', 'loved', 'once', 'hated', 'never'].map(movie);
const titles = (movies: readonly { title: string }[]) => movies.map(({ title }) => title);

test('a mean is pulled as by so many average ratings', () => {
  expect(shrink(10, 4.5, 30, 3.5)).toBe(3.75);
  expect(shrink(0, 0, 7, 3.5)).toBe(3.5);
});

test('ranks by count and by the mean that was pulled, leaving out what has too few ratings', () => {
  const mean = 451 / 112;
  const { mostRated, bestRated } = rankMovies(CATALOGUE, SELECTION, 5, 3);
  expect(titles(mostRated)).toEqual(['often', 'loved', 'once']);
  expect(titles(bestRated)).toEqual(['loved', 'often']);
  expect(bestRated[0]).toMatchObject({ ratings: 10, meanStars: 4.5 });
  expect(bestRated[0]?.shrunkStars).toBeCloseTo((45 + 5 * mean) / 15, 6);
  expect(titles(rankMovies(CATALOGUE, SELECTION, 1, 9).bestRated)).toEqual(['once', 'loved', 'often', 'hated']);
});

test('an empty selection has no movies', () => {
  const empty = { ...SELECTION, passing: 0, movieCounts: new Int32Array(5), movieStars: new Float64Array(5) };
  expect(rankMovies(CATALOGUE, empty, 1, 9)).toEqual({ mostRated: [], bestRated: [] });
});
