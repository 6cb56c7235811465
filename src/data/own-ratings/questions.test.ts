import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../../core/column-mapping.ts';
import { type Content, fileOf, outcome, refusal } from './files.fixture.ts';

describe('a question comes with the right guess', () => {
  test.each<readonly [string, Content, Partial<ColumnMapping>]>([
    [
      'games without a header',
      '900000001,"Game A",purchase,1.0,0\n900000001,"Game A",play,273.0,0\n900000001,"Game B",purchase,1.0,0\n900000001,"Game B",play,87.0,0\n',
      { user: 0, item: 1, rating: 3 },
    ],
    ['counts after artists', 'who\tartist\tn\n2\t51\t13883\n2\t52\t11690\n3\t51\t11351\n', { user: 0, item: 1, rating: 2 }],
    ['a count before the item', 'user,play count,track name\n1,12,Song\n2,700,Other\n', { user: 0, item: 2, rating: 1 }],
    ['a number before two texts', 'alpha;beta;gamma\n4;w1;v1\n2;w2;v2\n', { user: 1, item: 2, rating: 0 }],
    [
      'a column of row numbers',
      '0,196,242,3.5,881250949\n1,186,302,3,891717742\n2,196,377,1,878887116\n3,22,377,4,880606923\n',
      { user: 1, item: 2, rating: 3, timestamp: 4 },
    ],
    ['decimal commas between commas', 'user,item,rating\n1,10,3,5\n1,11,4,0\n2,10,2,5\n', { user: 0, item: 1, rating: 2 }],
    ['a name beside the item is who rates', 'name,movie,score\nann,Heat,5\nbob,Casino,3\n', { user: 0, item: 1, rating: 2 }],
    ['a title beside the user is what is rated', 'user,title,rating\n1,Heat,5\n2,Casino,4\n', { user: 0, item: 1, rating: 2 }],
  ])('%s', async (_, content, guess) => {
    const { code, mapping } = await refusal(fileOf('a.csv', content));
    expect([code, mapping?.guess]).toEqual(['data-unmapped', guess]);
  });

  test.each<readonly [string, Content, Partial<ColumnMapping>]>([
    ['of what was bought, with numbers', 'customer;article;qty\nC1;A7;2\nC2;B8;1\nC1;B8;3\n', { user: 0, item: 1, rating: 2 }],
    ['in words no list has', 'kunde;artikel;menge\nK1;A7;2\nK2;B8;1\nK1;B8;3\n', { user: 0, item: 1, rating: 2 }],
    ['with dates and no numbers', 'client;sku;day\nC1;A7;2020-01-02\nC2;B8;2020-01-03\n', { user: 0, item: 1, timestamp: 2 }],
    ['with texts alone', 'client;sku;note\nC1;A7;gift\nC2;B8;new\n', { user: 0, item: 1 }],
    ['of two columns', 'client;sku\nC1;A7\nC2;B8\n', { user: 0, item: 1 }],
  ])('a list %s', async (_, content, guess) => {
    const { code, message, mapping } = await refusal(fileOf('log.csv', content));
    expect([code, mapping?.guess]).toEqual(['data-unmapped', guess]);
    const isRated = guess.rating !== undefined;
    expect(message).toMatch(isRated ? /the users, the movies and the ratings\.$/ : /the users and the movies\.$/);
    const { users, movies, stars } = await outcome(fileOf('log.csv', content), { mapping: guess });
    const rows = content.toString().trim().split('\n').length - 1;
    expect([users, movies, stars]).toEqual([2, 2, isRated ? [2, 1, 3] : Array(rows).fill(1)]);
  });

  test('a header with a number in it', async () => {
    const { mapping } = await refusal(fileOf('a.csv', 'user,item,2\n1,10,5\n2,11,3\n'));
    expect(mapping).toMatchObject({
      columns: ['user', 'item', '2'],
      sample: [
        ['1', '10', '5'],
        ['2', '11', '3'],
      ],
      guess: { user: 0, item: 1, rating: 2 },
    });
  });
});
