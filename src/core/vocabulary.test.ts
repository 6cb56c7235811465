import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataLayout, DataOrigin } from './data-source.ts';
import { itemsOf } from './item-names.ts';
import { commentsInWords, inWords, MOVIES, vocabularyOf } from './vocabulary.ts';

const BOOKS = { item: 'book', items: 'books', unit: 'point', units: 'points' };
const ARTISTS = { item: 'artist', items: 'artists', unit: 'star', units: 'stars' };

const origin = (layout: Partial<DataLayout> = {}, more: Partial<DataOrigin> = {}) =>
  ({
    kind: 'file',
    name: 'mine.csv',
    file: 'mine.csv',
    release: null,
    layout: { format: 'table', container: null, file: 'mine.csv', hasTitles: false, hasUsers: false, columns: null, ...layout },
    ...more,
  }) as DataOrigin;
const withItem = (item: string) =>
  origin({ columns: { header: ['user', item, 'value'], at: { user: 0, item: 1, rating: 2 }, format: {} as never } });

describe('what the items are called', () => {
  test.each([
    [withItem('movieId'), 'movies'],
    [withItem('book_id'), 'books'],
    [withItem('ISBN'), 'books'],
    [withItem('artistID'), 'artists'],
    [withItem('anime_id'), 'anime'],
    [withItem('track_id'), 'tracks'],
    [withItem('business_id'), 'businesses'],
    [withItem('asin'), 'products'],
    [withItem('item'), 'items'],
    [origin({ columns: { user: 'u', item: 'recipe_id', rating: 'r' } }), 'recipes'],
    [origin({ file: 'BX-Book-Ratings.csv' }), 'books'],
    [origin({ titles: { file: 'games.csv', format: {} as never, at: {} } }), 'games'],
    [origin({}, { file: 'jester.zip' }), 'jokes'],
    [origin(), 'items'],
    [origin({ format: 'u.data', file: 'u.data' }), 'movies'],
    [origin({ format: 'u.data', file: 'mine.tsv' }), 'items'],
    [origin({ format: 'dat', file: 'ratings.dat' }), 'movies'],
    [origin({ hasTitles: true }), 'movies'],
    [origin({ format: 'blocks' }), 'movies'],
  ])('%#', (from, items) => {
    expect(itemsOf(from).items).toBe(items);
  });
});

test.each([
  [{ min: 0.5, max: 5, step: 0.5 }, 'stars'],
  [{ min: 1, max: 5, step: 1 }, 'stars'],
  [{ min: 0, max: 5, step: 1 }, 'stars'],
  [{ min: 0.5, max: 4, step: 0.5 }, 'stars'],
  [{ min: 1, max: 10, step: 1 }, 'points'],
  [{ min: 0, max: 5, step: 0.1 }, 'points'],
  [{ min: -5, max: 5, step: 1 }, 'points'],
  [{ min: 0, max: 1, step: 1 }, 'points'],
  [{ min: 1, max: 11_754, step: 0 }, 'points'],
])('%j is counted in %s', (scale, units) => {
  expect(vocabularyOf(MOVIES, scale).units).toBe(units);
});

describe('a text', () => {
  test.each([
    ['How well the movie is liked.', 'How well the book is liked.'],
    ['Movies in the order of the stars', 'Books in the order of the points'],
    ['a movie and a star', 'a book and a point'],
    ['the movies’ biases, the movie’s own', 'the books’ biases, the book’s own'],
    ['MovieLens started; movies.csv and “my movie” stay', 'MovieLens started; movies.csv and “my movie” stay'],
    ['user–movie pairs', 'user–book pairs'],
    ['1 stars, 11 stars, 0.1 stars', '1 point, 11 points, 0.1 points'],
  ])('%s', (text, expected) => {
    expect(inWords(text, BOOKS)).toBe(expected);
  });

  test('has the article that fits', () => {
    expect(inWords('A movie; like a movie; a good movie', ARTISTS)).toBe('An artist; like an artist; a good artist');
  });

  test('of movies and stars stays as it is', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'an', 'A', 'movie', 'Movies', 'stars', 'Star', '“', '”', ' ', '.', 'x'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        fc.pre(!/\ban (movie|star)/i.test(text));
        expect(inWords(text, MOVIES)).toBe(text);
      }),
    );
  });
});

test('of code, the comments change', () => {
  expect(commentsInWords('movies = x  # the movies\nurl = "a#movie"\n# stars\n', BOOKS)).toBe(
    'movies = x  # the books\nurl = "a#movie"\n# points\n',
  );
});
