import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Content, DAY, fileOf, outcome, THREE, TWO, type Wanted } from './files.fixture.ts';

describe('rows are read however they are laid out', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    ['a JSON array', 'a.json', '[\n {"user": 1,\n  "item": 10, "rating": 5},\n {"user": 2, "item": 11, "rating": 3}\n]\n', TWO],
    ['three fields between “::”', 'a.dat', '1::10::5\n1::11::3\n2::10::4\n', { count: 3, users: 2, movies: 2, times: null }],
    ['blanks between columns', 'a.txt', '1 10 5\n1 11 3.5\n2 10 4\n', { count: 3, users: 2, movies: 2, stars: [5, 3.5, 4] }],
    ['runs of blanks, and some at the ends', 'a.txt', '  1   10  5 \n 12  11  3 \n', TWO],
    ['blanks under a header', 'a.txt', 'user item rating\nanna x 5\nbob y 3\n', TWO],
    [
      'quotes inside TSV',
      'a.tsv',
      'user\titem\trating\nanna\t"Heat" again\t5\nbob\tSe"ven\t3\n',
      { ...TWO, titles: ['"Heat" again', 'Se"ven'] },
    ],
    [
      'Netflix’ blocks',
      'a.txt',
      '1:\n101,3,2005-09-06\n102,5,2005-05-13\n2:\n101,4,2005-10-19\n',
      { count: 3, users: 2, movies: 2, stars: [3, 5, 4], times: [13_032 * DAY, 12_916 * DAY, 13_075 * DAY] },
    ],
    ['a .gz', 'a.csv.gz', gzipSync('userId,movieId,rating\n1,10,5\n2,11,3\n3,10,4\n'), THREE],
    [
      'blanks after each comma, before quotes as well',
      'a.csv',
      'user, item, rating\n1, "Heat, the film", 5\n2, "Casino" , 3\n',
      { ...TWO, titles: ['Heat, the film', 'Casino'] },
    ],
    ['lines that end in CR CR LF', 'a.csv', '"user","item","rating"\r\r\n"anna","10","5"\r\r\n"bob","11","3"\r\r\n', TWO],
    [
      'a sparse matrix of Matrix Market',
      'a.mtx',
      '%%MatrixMarket matrix coordinate real general\n% users by items\n2 11 3\n1 10 5\n1 11 2\n2 11 3\n',
      { count: 3, users: 2, movies: 2, stars: [5, 2, 3] },
    ],
    ['two bars', 'a.txt', 'user||item||rating\n1||10||5\n2||11||3\n', TWO],
    [
      'JSON lines with commas at their ends',
      'a.json',
      '{"user":1,"item":10,"rating":5},\n{"user":2,"item":11,"rating":3},\n',
      TWO,
    ],
    [
      'what Python writes for no number',
      'a.jsonl',
      '{"user":1,"item":10,"rating":5}\n{"user":2,"item":11,"rating":NaN}\n{"user":"a NaN","item":11,"rating":3}\n',
      { count: 2, users: 2, movies: 2, notes: ['incomplete-rows'] },
    ],
    [
      'types as MongoDB writes them',
      'a.json',
      '{"_id":{"$oid":"5f"},"user":{"$numberInt":"1"},"item":10,"rating":{"$numberDouble":"4.5"},"date":{"$date":"2005-09-06T00:00:00Z"}}\n' +
        '{"_id":{"$oid":"60"},"user":{"$numberInt":"2"},"item":11,"rating":{"$numberDouble":"3"},"date":{"$date":{"$numberLong":"1125964800000"}}}\n',
      { ...TWO, stars: [4.5, 3], times: [13_032 * DAY, 13_032 * DAY] },
    ],
    [
      'an array in an object',
      'a.json',
      '{\n "ratings": [\n  {"user": 1, "item": 10, "rating": 5},\n  {"user": 2, "item": 11, "rating": 3}\n ],\n "count": 2\n}\n',
      TWO,
    ],
    ['names of rows as R writes them, between blanks', 'a.txt', '"user" "item" "rating"\n"1" 1 10 5\n"2" 2 11 3\n', TWO],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });
});
