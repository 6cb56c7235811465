import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MovieId, MovieIndex } from '../ids.ts';
import type { Movie } from '../ratings.ts';
import { finish } from '../slices.ts';
import { matchTitles, moviesOf } from './match-titles.ts';
import type { PersonalRating, TitleMatch } from './person.ts';
import { titleKeys } from './title-keys.ts';

const movie = (title: string, year: number | null, id = 0): Movie => ({ id: id as unknown as MovieId, title, year, genres: [] });
const row = (title: string, year: number | null, more: Partial<PersonalRating> = {}): PersonalRating => ({
  line: 2,
  title,
  otherTitle: null,
  years: year === null ? [] : [year],
  rating: 4,
  time: null,
  ...more,
});

function match(rows: readonly PersonalRating[], catalogue: readonly Movie[], hasEditions = false): readonly TitleMatch[] {
  const counts = Int32Array.from(catalogue, (_, at) => at);
  return finish(matchTitles(rows, catalogue, { hasEditions, counts }));
}

describe('one row', () => {
  const CATALOGUE = [
    movie('Matrix, The', 1999),
    movie('Postman, The (Postino, Il)', 1994),
    movie('Postman, The', 1997),
    movie('Solaris (Solyaris)', 1972),
    movie('Solaris', 2002),
    movie('Star Wars: Episode IV - A New Hope', 1977),
    movie('Star Wars: The Clone Wars', 2008),
    movie('Cinderella', 1950),
    movie('War of the Worlds', 2005),
    movie('War of the Worlds', 2005),
    movie('Nocturne', null),
    movie('Spirited Away (Sen to Chihiro no kamikakushi)', 2001),
  ];

  test.each<[string, PersonalRating, TitleMatch]>([
    ['the article at the end', row('The Matrix', 1999), { kind: 'matched', movie: 0 as MovieIndex, differences: [] }],
    ['a year off', row('The Matrix', 1998), { kind: 'matched', movie: 0 as MovieIndex, differences: ['year-beside'] }],
    ['remakes by their years', row('Solaris', 2002), { kind: 'matched', movie: 4 as MovieIndex, differences: [] }],
    ['the earlier one', row('Solaris', 1972), { kind: 'matched', movie: 3 as MovieIndex, differences: [] }],
    ['the same title of two years', row('The Postman', 1994), { kind: 'matched', movie: 1 as MovieIndex, differences: [] }],
    ['a title in brackets', row('Il Postino', 1994), { kind: 'matched', movie: 1 as MovieIndex, differences: ['other-title'] }],
    [
      'the original title that the file has as well',
      row('Chihiros Reise ins Zauberland', 2001, { otherTitle: 'Sen to Chihiro no Kamikakushi' }),
      { kind: 'matched', movie: 11 as MovieIndex, differences: ['other-title'] },
    ],
    ['the first part', row('Star Wars', 1977), { kind: 'matched', movie: 5 as MovieIndex, differences: ['first-part'] }],
    ['no first part of another year', row('Star Wars', 1980), { kind: 'missing', near: null }],
    ['no first part of another first part', row('Star Wars: The Last Jedi', 2008), { kind: 'missing', near: null }],
    ['a remake that is not there', row('Cinderella', 2015), { kind: 'missing', near: 7 as MovieIndex }],
    [
      'two that are alike, the most rated first',
      row('War of the Worlds', 2005),
      { kind: 'unclear', movies: [9, 8] as MovieIndex[] },
    ],
    ['no year here', row('The Matrix', null), { kind: 'matched', movie: 0 as MovieIndex, differences: ['year-unknown'] }],
    ['no year there', row('Nocturne', 1999), { kind: 'matched', movie: 10 as MovieIndex, differences: ['year-unknown'] }],
    ['no year and two of that title', row('Solaris', null), { kind: 'unclear', movies: [4, 3] as MovieIndex[] }],
    ['nothing like it', row('Meat', 1995), { kind: 'missing', near: null }],
  ])('%s', (_, asked, expected) => {
    expect(match([asked], CATALOGUE)).toEqual([expected]);
  });

  test('books are the same in any year, where one has the title', () => {
    const books = [movie('Persuasion', 1817), movie('Emma', 1815), movie('Emma', 2014)];
    expect(match([row('Persuasion', 2001), row('Emma', 2003)], books, true)).toEqual([
      { kind: 'matched', movie: 0, differences: ['other-edition'] },
      { kind: 'unclear', movies: [2, 1] },
    ]);
    expect(match([row('Emma', null, { years: [1815, 2003] })], books, true)).toMatchObject([{ kind: 'matched', movie: 1 }]);
  });
});

describe('two rows of one movie', () => {
  const ALIEN = [movie('Alien', 1979)];

  test('the newest rating of the same title counts', () => {
    const rows = [row('Alien', 1979, { time: 200 }), row('Alien', 1979, { time: 100 })];
    expect(match(rows, ALIEN)).toMatchObject([{ kind: 'matched' }, { kind: 'repeated', by: 0 }]);
  });

  test('without times the last counts', () => {
    expect(match([row('Alien', 1979), row('Alien', 1979)], ALIEN)).toMatchObject([
      { kind: 'repeated', by: 1 },
      { kind: 'matched' },
    ]);
  });

  test('of two titles the closer one has it', () => {
    expect(match([row('Alien', 1980), row('Alien', 1979)], ALIEN)).toEqual([
      { kind: 'taken', movie: 0, by: 1 },
      { kind: 'matched', movie: 0, differences: [] },
    ]);
  });

  test('what is unclear has none that is another’s, and may be picked once', () => {
    const emmas = [movie('Emma', 1996), movie('Emma', 1996), movie('Emma (BBC)', 1996)];
    const rows = [row('Emma', 1996), row('Emma ', 1996, { years: [1996, 1997] })];
    const matches = match(rows, emmas);
    expect(matches).toEqual([
      { kind: 'unclear', movies: [2, 1, 0] },
      { kind: 'unclear', movies: [2, 1, 0] },
    ]);
    expect(moviesOf(matches, {})).toEqual([null, null]);
    expect(moviesOf(matches, { 0: 1, 1: 0 })).toEqual([1, 0]);
    expect(moviesOf(matches, { 0: 1, 1: 1 })).toEqual([1, null]);
    expect(moviesOf(matches, { 0: 7 })).toEqual([null, null]);
  });
});

const WORDS = fc.constantFrom(
  'The',
  'Alien',
  'Heat',
  'É',
  'II',
  'Love',
  'of',
  'Night',
  ', The',
  ': Part',
  '(a.k.a. Seven)',
  '-',
  '2',
);
const titles = fc.oneof(
  fc.array(WORDS, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.string(),
);
const years = fc.option(fc.integer({ min: 1990, max: 1994 }), { nil: null });
const entries = fc.array(fc.record({ title: titles, year: years }), { maxLength: 25 });

test('a title matches itself, where no other has a key of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), years, (title, year) => {
      fc.pre(!titleKeys(title).some(({ key }) => key === 'meat'));
      const catalogue = [movie('Meat', 1990), movie(title, year)];
      const differences = year === null ? ['year-unknown'] : [];
      expect(match([row(title, year)], catalogue)).toEqual([{ kind: 'matched', movie: 1, differences }]);
    }),
  );
});

test('every row has one outcome, no movie two rows, and what takes a movie or is newer is another row that is there', () => {
  fc.assert(
    fc.property(entries, entries, fc.boolean(), (mine, theirs, hasEditions) => {
      const rows = mine.map(({ title, year }, at) => row(title, year, { line: at + 2, time: (at * 7) % 5 }));
      const catalogue = theirs.map(({ title, year }) => movie(title, year));
      const matches = match(rows, catalogue, hasEditions);
      expect(matches).toHaveLength(rows.length);
      const matched = matches.flatMap((found) => (found.kind === 'matched' ? [found.movie] : []));
      expect(new Set(matched).size).toBe(matched.length);
      for (const [at, found] of matches.entries()) {
        if (found.kind === 'taken') expect(matches[found.by]).toMatchObject({ kind: 'matched', movie: found.movie });
        if (found.kind === 'unclear') for (const candidate of found.movies) expect(matched).not.toContain(candidate);
        if (found.kind !== 'repeated') continue;
        expect(found.by).not.toBe(at);
        expect(matches[found.by]?.kind).not.toBe('repeated');
      }
    }),
  );
});

test('of films, a match shares a key and is a year off at most', () => {
  fc.assert(
    fc.property(entries, entries, (mine, theirs) => {
      const rows = mine.map(({ title, year }) => row(title, year));
      for (const [at, found] of match(
        rows,
        theirs.map(({ title, year }) => movie(title, year)),
      ).entries()) {
        if (found.kind !== 'matched') continue;
        const [asked, given] = [mine[at], theirs[found.movie]] as const;
        const keys = new Set(titleKeys(given?.title ?? '').map(({ key }) => key));
        expect(titleKeys(asked?.title ?? '').some(({ key }) => keys.has(key))).toBe(true);
        if (asked?.year != null && given?.year != null) expect(Math.abs(asked.year - given.year)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
