import { describe, expect, test } from 'vitest';
import type { UserIndex } from '../../core/ids.ts';
import { type Content, fileOf, open, outcome, type Wanted } from './files.fixture.ts';

describe('ids are those that are written', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    [
      'whole numbers above 2⁵³ in JSON',
      'a.jsonl',
      '{"user":90000000000000001,"item":1,"rating":5}\n{"user":90000000000000002,"item":1,"rating":1}\n',
      { count: 2, users: 2, movies: 1, notes: [] },
    ],
    [
      'ids that have become decimals',
      'a.csv',
      'userId,movieId,rating\n1.0,10,5\n1,11.0,3\n2.0,10.0,4\n',
      { count: 3, users: 2, movies: 2 },
    ],
    [
      'ids that a spreadsheet has rounded',
      'a.csv',
      'user,item,rating\n7.65612E+16,10,5\n7.65612E+16,11,3\n',
      { count: 2, users: 1, movies: 2, notes: ['way-of-reading'] },
    ],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });

  test('users without a number are found by their ids', async () => {
    const { ratings } = await open(fileOf('a.csv', 'user,item,rating\n00112233445566778,1,3\n00112233445566779,2,4\n'));
    expect(ratings.userIds.idOf(1 as UserIndex)).toBe('00112233445566779');
  });
});
