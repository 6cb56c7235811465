import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Content, fileOf, RATINGS, refusal } from './files.fixture.ts';

describe('what is no file of ratings is told, with what to do', () => {
  test.each<readonly [string, Content, string, RegExp]>([
    [
      'a.csv',
      'user_id,rating\n1,10\n1,11\n2,10\n',
      '“a.csv” has two columns, “user_id” and “rating”, but users, movies and ratings need one column each.',
      /ratings/,
    ],
    [
      'movies.csv',
      'movieId,title,genres\n1,Heat,Crime\n',
      '“movies.csv” is a file of titles: it has no users and no ratings.',
      /together/,
    ],
    ['a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), '“a.jpg” is a picture, not a file of ratings.', /table/],
    ['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '“a.xls” is an old Excel workbook, not a file of ratings.', /xlsx/],
    ['a.csv.bz2', Uint8Array.of(0x42, 0x5a, 0x68, 0x39), '“a.csv.bz2” is packed by bzip2, not a file of ratings.', /Unpack/],
  ])('%s', async (name, content, message, remedy) => {
    const error = await refusal(fileOf(name, content));
    expect([error.code, error.message]).toEqual(['data-no-ratings', message]);
    expect(error.remedy).toMatch(remedy);
  });

  test('ratings that are no numbers', async () => {
    const error = await refusal(fileOf('a.csv', 'userId,movieId,rating,timestamp\n1,1,x,1\n'));
    expect(error.message).toBe('a.csv, line 2: the rating “x” is not a number.');
  });

  test('a .gz that is cut off', async () => {
    const packed = gzipSync(RATINGS.repeat(50));
    expect(await refusal(fileOf('a.csv.gz', packed.subarray(0, packed.length - 12)))).toMatchObject({
      code: 'data-not-zip',
      message: '“a.csv.gz” is cut off or damaged.',
    });
  });
});
