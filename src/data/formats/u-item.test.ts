import { expect, test } from 'vitest';
import { parseUGenre, parseUItem } from './u-item.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const flags = (...places: readonly number[]): string =>
  Array.from({ length: 19 }, (_, at) => (places.includes(at) ? 1 : 0)).join('|');

test('reads ids, titles in Latin-1, years and the genres that are flagged', () => {
  const text = [
    `1|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/|${flags(3, 4, 5)}`,
    `543|Mis\xe9rables, Les (1995) |01-Jan-1995|||${flags(8)}`,
    `267|unknown||||${flags(0)}`,
    '',
  ].join('\n');
  expect(parseUItem(latin1(text), 'u.item')).toEqual([
    { id: 1, title: 'Toy Story', year: 1995, genres: ['Animation', "Children's", 'Comedy'] },
    { id: 543, title: 'Misérables, Les', year: 1995, genres: ['Drama'] },
    { id: 267, title: 'unknown', year: null, genres: [] },
  ]);
});

test('takes the genres of u.genre, which ends with a blank line', () => {
  const genres = parseUGenre(latin1('unknown|0\nWestern|1\n\n'), 'u.genre');
  expect(genres).toEqual(['unknown', 'Western']);
  expect(parseUItem(latin1('7|Heat (1995)||||0|1\n'), 'u.item', genres)[0]?.genres).toEqual(['Western']);
});

test.each([
  ['1|Toy Story (1995)|x', 'u.item, line 1: there are 3 fields between “|”, not 24.'],
  [`a|Toy Story||||${flags()}`, 'u.item, line 1: “a” is not a movie id.'],
  [`1|Toy Story||||2|${flags().slice(2)}`, 'u.item, line 1: field 6 is neither 0 nor 1.'],
])('%s', (text, message) => {
  expect(() => parseUItem(latin1(text), 'u.item')).toThrow(message);
});

test('a genre out of its order is refused', () => {
  expect(() => parseUGenre(latin1('unknown|0\nWestern|7\n'), 'u.genre')).toThrow('u.genre, line 2: this is not genre number 1.');
});
