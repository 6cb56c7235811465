import { describe, expect, test } from 'vitest';
import { type Content, fileOf, latin1, outcome, TWO, utf16, type Wanted } from './files.fixture.ts';

describe('text is read however it is encoded and its lines end', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    ['Latin-1', 'a.csv', latin1('user,item,rating\nJosé,10,5\nZoë,11,3\n'), { ...TWO, notes: ['way-of-reading'] }],
    [
      'Latin-1 that shows late',
      'a.csv',
      latin1(`user,item,rating\n${Array.from({ length: 9000 }, (_, at) => `u${at},1,3\n`).join('')}Zoë,11,3\n`),
      { count: 9001, users: 9001, movies: 2, notes: ['way-of-reading'] },
    ],
    ['UTF-16', 'a.csv', utf16('\uFEFFuser,item,rating\nJosé,10,5\nZoë,11,3\n'), { ...TWO, notes: [] }],
    ['UTF-16 the other way round, without a mark', 'a.csv', utf16('user,item,rating\nanna,10,5\nbob,11,3\n', true), TWO],
    ['carriage returns alone', 'a.csv', 'user,item,rating\r1,10,5\r2,11,3\r', TWO],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });
});
