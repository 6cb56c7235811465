import { describe, expect, test } from 'vitest';
import { type Files, open, outcome, RATINGS, refusal, THREE, zipOf } from './files.fixture.ts';

const TRAIN = 'userId,movieId,rating\n1,1,3\n1,2,4\n1,3,5\n2,1,4\n';

describe('several tables that could be the ratings', () => {
  test.each<readonly [string, Files, readonly string[], boolean]>([
    [
      'train and test by their folders',
      {
        'd/test/ratings.csv': RATINGS,
        'd/train/ratings.csv': TRAIN,
        'd/movies.csv': 'movieId,title,genres\n10,Ten (1990),Drama\n',
      },
      ['d/test/ratings.csv', 'd/train/ratings.csv'],
      true,
    ],
    [
      'train and test by their names',
      { 'train.csv': TRAIN, 'test.csv': RATINGS, 'readme.txt': 'x' },
      ['train.csv', 'test.csv'],
      true,
    ],
    [
      'MovieLens 100K’s base and test',
      { 'u1.base': '1\t10\t5\t881250949\n', 'u1.test': '2\t11\t3\t881250950\n' },
      ['u1.base', 'u1.test'],
      true,
    ],
    [
      'tables of hours and purchases',
      {
        's/play.dat': 'User_ID\tGame_ID\tHours\n1\t1\t27\n2\t1\t8\n',
        's/purchase.dat': 'User_ID\tGame_ID\tPurchase\n1\t1\t1\n2\t1\t1\n',
      },
      ['s/play.dat', 's/purchase.dat'],
      false,
    ],
  ])('%s are asked for', async (_, files, paths, isSplit) => {
    const { code, tables } = await refusal(await zipOf(files, true));
    expect(code).toBe('data-tables');
    expect(tables?.tables.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(tables?.isSplit).toBe(isSplit);
  });

  test('the answer is taken: one of them, or all one after the other', async () => {
    const zip = await zipOf({ 'train.csv': TRAIN, 'test.csv': RATINGS });
    expect(await outcome(zip, { tables: { paths: ['test.csv'] } })).toMatchObject(THREE);
    const { ratings, origin } = await open(zip, { tables: { paths: ['train.csv', 'test.csv'], isSplit: true } });
    expect([[...(ratings.parts ?? [])], origin.layout?.parts]).toEqual([
      [0, 0, 0, 0, 2, 2, 2],
      ['train', 'test'],
    ]);
    expect(await outcome(zip, { tables: { paths: ['train.csv', 'test.csv'] } })).toMatchObject({ count: 7, users: 3, movies: 5 });
  });
});
