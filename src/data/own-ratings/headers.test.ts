import { describe, expect, test } from 'vitest';
import { type Content, fileOf, outcome, THREE, TWO, type Wanted } from './files.fixture.ts';

describe('columns are known by their names, whatever stands around them', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    ['a header with a separator at its end', 'a.csv', 'userId,movieId,rating,\n1,10,5\n2,11,3\n', TWO],
    ['separators at the ends of all lines', 'a.csv', 'userId,movieId,rating,\n1,10,5,\n2,11,3,,\n', TWO],
    ['sep=;', 'a.csv', 'sep=;\nuser;item;rating\n1;10;5\n2;11;3\n', TWO],
    ['comments', 'a.csv', '# ratings of a class\n# of 2019\nuser,item,rating\n1,10,5\n2,11,3\n', TWO],
    ['names in a comment', 'a.tsv', '% user item\n%user\titem\trating\n1\t10\t5\n2\t11\t3\n', TWO],
    ['lines of prose above', 'a.csv', 'Exported on 1 May\n\nuser,item,rating\n1,10,5\n2,11,3\n', TWO],
    ['names of rows as R writes them', 'a.csv', '"userId","movieId","rating"\n"1",1,10,5\n"2",2,11,3\n', TWO],
    [
      'RecBole’s typed names',
      'a.inter',
      'user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t10\t5\t978300760\n2\t11\t3\t978300761\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'the headline of a review is no title',
      'a.csv',
      'user_id,asin,rating,title,text\n1,B1,5,Great!,I like it\n2,B1,1,Awful,I do not\n',
      { count: 2, users: 2, movies: 1, titles: ['B1'] },
    ],
    ['an id that no list has', 'a.csv', 'user_id,venue_id,rating\n1,10,5\n2,11,3\n', TWO],
    ['sep= in quotes', 'a.csv', '"sep=;"\nuser;item;rating\n1;10;5\n2;11;3\n', TWO],
    [
      'a title above, padded by a spreadsheet',
      'a.csv',
      'Ratings of class 5B,,\n,,\nuser,item,rating\n1,10,5\n2,11,3\n,,\n',
      { ...TWO, notes: ['incomplete-rows'] },
    ],
    ['lines of blanks', 'a.csv', '   \nuser,item,rating\n1,10,5\n \t \n2,11,3\n  ', { ...TWO, notes: [] }],
    [
      'a header and comments again further down',
      'a.csv',
      'user,item,rating\n1,10,5\n# the second file\nuser,item,rating\n2,11,3\n',
      { ...TWO, notes: ['incomplete-rows'] },
    ],
    ['numbers of rows under “#”', 'a.csv', '#,user,item,rating\n1,anna,10,5\n2,bob,11,3\n', TWO],
    [
      'genres and years beside each rating',
      'a.csv',
      'user,item,rating,title,genres,year\n1,10,5,Heat,"Crime, Drama",1995\n2,11,3,Casino,Drama,1995\n3,10,4,Heat,"Crime, Drama",1995\n',
      { ...THREE, titles: ['Heat', 'Casino'] },
    ],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });
});
