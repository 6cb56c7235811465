import { expect, test } from 'vitest';
import { type Content, fileOf, outcome, refusal, type Wanted } from './files.fixture.ts';

test.each<readonly [string, Content, object, Wanted]>([
  [
    'a row for each user',
    'Name,Heat,Casino,Alien,Babe\nAnn,5,,3,\nBo,,4,,1\nCem,2,,,5\n',
    { rows: 'users', label: 0, first: 1, blank: null },
    { count: 6, users: 3, movies: 4, titles: ['Heat', 'Alien', 'Casino', 'Babe'] },
  ],
  [
    'a row for each movie',
    'movie,ann,bo,cem,dee\nHeat,5,,3,\nBabe,,4,,1\n',
    { rows: 'items', label: 0, first: 1, blank: null },
    { count: 4, users: 4, movies: 2 },
  ],
  [
    'numbers of movies, and nothing above the users',
    ',10,11,12,13\n1,5,,,3\n2,,4,,1\n',
    { rows: 'users', label: 0, first: 1, blank: null },
    { count: 4, users: 2, movies: 3 },
  ],
  [
    'zeros where nothing was rated',
    'user,1,2,3,4,5\n7,5,0,0,0,1\n8,0,0,2,0,0\n',
    { rows: 'users', label: 0, first: 1, blank: 0 },
    { count: 3, users: 2, movies: 3 },
  ],
  [
    'Jester',
    '2,-7.82,99,3.5,99,99\n1,99,99,99,99,9.1\n3,1,2,99,99,-4\n',
    { rows: 'users', label: null, first: 1, blank: 99 },
    { count: 6, users: 3, movies: 4 },
  ],
])('a table with %s', async (_, content, wide, wanted) => {
  const file = fileOf('a.csv', content);
  expect((await refusal(file)).mapping?.wide).toEqual(wide);
  expect(await outcome(file, { wide })).toMatchObject(wanted);
});
