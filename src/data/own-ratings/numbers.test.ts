import { describe, expect, test } from 'vitest';
import { type Content, fileOf, open, outcome, refusal, TWO, type Wanted } from './files.fixture.ts';

describe('ratings are the numbers that are written', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    ['thousands', 'a.csv', 'user,item,rating\n1,10,"1,234"\n2,11,"2,000"\n', { ...TWO, stars: [1234, 2000] }],
    ['a decimal comma in quotes', 'a.csv', 'user,item,rating\n1,10,"1,25"\n2,11,"2,0"\n', { ...TWO, stars: [1.25, 2] }],
    ['thousands with points', 'a.csv', 'user;item;rating\n1;10;1.234,5\n2;11;2,0\n', { ...TWO, stars: [1234.5, 2] }],
    [
      'zeros in GroupLens’ layout',
      'a.dat',
      '1::10::0::1365029107\n1::11::8::1365029108\n2::10::7::1365029109\n',
      { count: 3, users: 2, movies: 2, stars: [0, 8, 7] },
    ],
    [
      'negative ratings',
      'a.csv',
      'user_id,anime_id,rating\n1,20,-1\n1,24,9\n3,20,8\n',
      { count: 3, users: 2, movies: 2, stars: [-1, 9, 8] },
    ],
    [
      'an empty rating',
      'a.csv',
      'userId,movieId,rating\n1,10,5\n2,11,\n3,10,4\n',
      { count: 2, users: 2, movies: 1, notes: ['incomplete-rows'] },
    ],
    ['a minus as it is printed', 'a.csv', 'user,item,rating\n1,10,−5\n2,11,3\n', { ...TWO, stars: [-5, 3] }],
    [
      'blanks between thousands',
      'a.csv',
      'user;item;rating\n1;10;1\u00a0234,5\n2;11;12 000\n',
      { ...TWO, stars: [1234.5, 12_000] },
    ],
    ['hundredths', 'a.csv', 'user,item,rating\n1,10,85%\n2,11,40 %\n', { ...TWO, stars: [85, 40] }],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });

  test.each<readonly [string, string, readonly string[]]>([
    [
      'a comma that groups thousands or is the decimal sign',
      'user;item;rating\n1;10;3,125\n2;11;4,250\n',
      ['“3,125” is read as 3125. If the comma is the decimal sign, change it under “Columns and format”.'],
    ],
    [
      'a point that is the decimal sign or groups thousands',
      'user;item;plays\n1;10;1.234\n2;11;2.000\n',
      ['“1.234” is read as 1.234. If the point groups thousands, change it under “Columns and format”.'],
    ],
    ['not among numbers that tell', 'user;item;rating\n1;10;3,125\n2;11;4,5\n', []],
    ['not a point between commas', 'user,item,rating\n1,10,3.125\n2,11,4.250\n', []],
  ])('%s is told', async (_, content, rules) => {
    const { notes } = await open(fileOf('a.csv', content));
    expect(notes.map(({ rule }) => rule)).toEqual(rules);
  });

  test('what was said of the decimal sign is not told again', async () => {
    const file = fileOf('a.csv', 'user;item;rating\n1;10;3,125\n2;11;4,250\n');
    const { ratings, notes } = await open(file, { format: { decimal: ',' } });
    expect([[...ratings.stars], notes]).toEqual([[3.125, 4.25], []]);
  });

  test('decimal commas between commas: rows of other lengths are refused with what to do, row numbers are told', async () => {
    const some = await refusal(fileOf('a.csv', 'user,item,rating\n1,10,3,5\n2,11,4\n3,10,5\n4,10,2\n'));
    expect(some.message).toContain('line 2: there are 4 fields, not 3 (a number with a decimal comma needs quotes around it)');
    const { notes } = await open(fileOf('a.csv', 'user,item,rating\n1,10,3,5\n2,11,4,0\n3,10,5,0\n'));
    expect(notes.map(({ rule }) => rule)).toEqual([
      'The header has one name less than the rows have fields, so the first field is read as the number of the row.',
    ]);
  });

  test('the largest counts are no mistakes', async () => {
    const plays = Array.from({ length: 20_000 }, (_, at) => 1 + Math.floor(30 / (1 + (at % 997))));
    const lines = plays.map((count, at) => `${at % 500},${at},${at === 5 ? 7000 : at === 6 ? 350 : count}`);
    const { ratings, notes } = await open(fileOf('a.csv', `user_id,artist_id,plays\n${lines.join('\n')}`));
    expect([ratings.count, ratings.scale.max, notes]).toEqual([20_000, 7000, []]);
  });
});
