import { expect, test } from 'vitest';
import { personalColumns } from './services.ts';

const LETTERBOXD = 'Date,Name,Year,Letterboxd URI,Rating';
const DIARY = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date';
const IMDB =
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors';
const OLDER_IMDB =
  'position,const,created,modified,description,Title,Title type,Directors,You rated,IMDb Rating,Runtime (mins),Year,Genres,Num. Votes,Release Date (month/day/year),URL';
const GOODREADS =
  'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies';

const columnsOf = (header: string) => personalColumns(header.split(','));

test.each([
  [LETTERBOXD, 'Letterboxd', { title: 1, years: [2], rating: 4, time: 0 }],
  [DIARY, 'Letterboxd', { title: 1, years: [2], rating: 4, time: 7 }],
  [IMDB, 'IMDb', { title: 3, otherTitle: 4, years: [9], rating: 1, time: 2 }],
  [OLDER_IMDB, 'IMDb', { title: 5, years: [11], rating: 8, time: 2 }],
  [GOODREADS, 'Goodreads', { title: 1, years: [13, 12], rating: 7, time: 14 }],
  ['movie_id,imdb_id,tmdb_id,rating,average_rating,title', 'MovieLens', { title: 5, years: [], rating: 3 }],
  ['Title,Release Year,My Rating', null, { title: 0, years: [1], rating: 2 }],
])('%s', (header, name, columns) => {
  expect(columnsOf(header)).toMatchObject({ service: { name }, ...columns });
});

test('what was watched has no ratings', () => {
  expect(columnsOf('Date,Name,Year,Letterboxd URI')).toMatchObject({ service: { name: 'Letterboxd' }, rating: undefined });
});

test.each([
  'userId,movieId,rating,timestamp',
  'user_id,Book Id,Title,My Rating',
  'anime_id,name,genre,type,episodes,rating,members',
  'critic,title,rating',
  'Date,Name,Year,Rating',
])('%s is of many people, or nobody knows', (header) => {
  expect(columnsOf(header)).toBeNull();
});
