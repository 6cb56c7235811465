import { describe, expect, test } from 'vitest';
import type { MovieId } from './ids.ts';
import { createTitleSearch } from './title-search.ts';

const TITLES = [
  ['Godfather, The', 1972, 200],
  ['Godfather: Part II, The', 1974, 150],
  ['Amélie (Fabuleux destin d’Amélie Poulain, Le)', 2001, 90],
  ['Shawshank Redemption, The', 1994, 300],
  ["Schindler's List", 1993, 220],
  ['Rocky', 1976, 80],
  ['Rock, The', 1996, 100],
  ['La La Land', 2016, 30],
  ['The', null, 1],
] as const;
const CATALOGUE = TITLES.map(([title, year], at) => ({ id: at as unknown as MovieId, title, year, genres: [] }));
const COUNTS = Int32Array.from(TITLES, ([, , count]) => count);
const search = createTitleSearch(CATALOGUE, COUNTS);
const find = (typed: string, count = 3) => search.find(typed, count).map((movie) => TITLES[movie]?.[0]);

describe('a movie is found', () => {
  test.each([
    ['the godfather', 'Godfather, The'],
    ['GODFATHER part', 'Godfather: Part II, The'],
    ['amelie', 'Amélie (Fabuleux destin d’Amélie Poulain, Le)'],
    ['schindlers list', "Schindler's List"],
    ["schindler's", "Schindler's List"],
    ['redemption shaw', 'Shawshank Redemption, The'],
    ['rock', 'Rock, The'],
    ['rock 1976', 'Rocky'],
    ['la la', 'La La Land'],
    ['the', 'The'],
  ])('by “%s”', (typed, title) => expect(find(typed)[0]).toBe(title));

  test.each([
    ['godfahter', 'Godfather, The'],
    ['shawshenk', 'Shawshank Redemption, The'],
    ['schindlrs lst', undefined],
    ['rcoky', 'Rocky'],
  ])('by “%s”, which is typed wrong', (typed, title) => expect(find(typed)[0]).toBe(title));
});

test('nothing is found by nothing, and no more than asked for', () => {
  expect([find(''), find(' ?! '), find('zzzz')]).toEqual([[], [], []]);
  expect(find('godfather', 1)).toHaveLength(1);
});

test('of movies that fit alike the one with the most ratings comes first', () => {
  expect(find('go')).toEqual(['Godfather, The', 'Godfather: Part II, The']);
});
