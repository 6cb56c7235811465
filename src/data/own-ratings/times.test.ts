import { describe, expect, test } from 'vitest';
import { type Content, DAY, fileOf, outcome, THREE, TWO, type Wanted } from './files.fixture.ts';

describe('times are read however they are written', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    [
      'dates of the USA',
      'a.csv',
      'user,item,rating,date\n1,10,5,12/31/2019\n2,11,3,01/02/2020\n',
      { ...TWO, times: [18_261 * DAY, 18_263 * DAY], notes: [] },
    ],
    [
      'dates of Europe',
      'a.csv',
      'user,item,rating,date\n1,10,5,31.12.2019 12:30\n2,11,3,02.01.2020 00:00\n',
      { ...TWO, times: [18_261 * DAY + 45_000, 18_263 * DAY] },
    ],
    [
      'dates that could be either',
      'a.csv',
      'user,item,rating,date\n1,10,5,01/02/2020\n2,11,3,03/02/2020\n',
      { ...TWO, notes: ['way-of-reading'] },
    ],
    [
      'days as one number',
      'a.csv',
      'user,item,rating,date\n1,10,5,20050906\n2,11,3,20010909\n',
      { ...TWO, times: [13_032 * DAY, 11_574 * DAY] },
    ],
    ['bare years', 'a.csv', 'user,item,rating,date\n1,10,5,1999\n2,11,3,2001\n', { ...TWO, times: [10_592 * DAY, 11_323 * DAY] }],
    [
      'Excel’s days',
      'a.csv',
      'user,item,rating,date\n1,10,5,43830\n2,11,3,43831.5\n',
      { ...TWO, times: [18_261 * DAY, 18_262.5 * DAY] },
    ],
    [
      'microseconds',
      'a.csv',
      'user,item,rating,time\n1,10,5,978300760000000\n2,11,3,978300761000000\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'nanoseconds',
      'a.csv',
      'user,item,rating,time\n1,10,5,978300760000000000\n2,11,3,978300761000000000\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'names of months',
      'a.csv',
      'user,item,rating,date\n1,10,5,"Sep 6, 2005"\n2,11,3,"06 September 2005 01:00:00"\n',
      { ...TWO, times: [13_032 * DAY, 13_032 * DAY + 3600] },
    ],
    [
      'month, day and year between blanks',
      'a.csv',
      'user,item,rating,date\n1,10,5,"09 6, 2005"\n2,11,3,"12 31, 2019"\n',
      { ...TWO, times: [13_032 * DAY, 18_261 * DAY] },
    ],
    [
      'times that are none',
      'a.csv',
      'user,item,rating,date\n1,10,5,yesterday\n2,11,3,last week\n',
      { ...TWO, times: null, notes: ['way-of-reading'] },
    ],
    [
      'one time of two missing',
      'a.csv',
      'user,item,rating,date\n1,10,5,NA\n2,11,3,2020-01-01\n',
      { ...TWO, times: null, notes: ['missing-times'] },
    ],
    [
      'minutes as one number',
      'a.csv',
      'user,item,rating,date\n1,10,5,200509061230\n2,11,3,200509060000\n',
      { ...TWO, times: [13_032 * DAY + 45_000, 13_032 * DAY] },
    ],
    [
      'hours as one number',
      'a.csv',
      'user,item,rating,date\n1,10,5,2005090612\n2,11,3,2005090600\n3,10,3,2005090601\n',
      { ...THREE, times: [13_032 * DAY + 43_200, 13_032 * DAY, 13_032 * DAY + 3600] },
    ],
    [
      'numbers that are no seconds',
      'a.csv',
      'user,item,rating,time\n1,10,5,12\n2,11,3,13\n',
      { ...TWO, times: [12, 13], notes: ['way-of-reading'] },
    ],
    ['zeros', 'a.csv', 'user,item,rating,time\n1,10,5,0\n2,11,3,0\n', { ...TWO, times: null, notes: ['way-of-reading'] }],
    [
      'rows that end before them',
      'a.csv',
      'user,item,rating,date\n1,10,5\n2,11,3,2020-01-01\n',
      { ...TWO, times: null, notes: ['missing-times'] },
    ],
    [
      'names of months, between hyphens and with short years',
      'a.csv',
      'user,item,rating,date\n1,10,5,06-Sep-2005\n2,11,3,06-Sep-05\n',
      { ...TWO, times: [13_032 * DAY, 13_032 * DAY] },
    ],
    [
      'names of months in another zone',
      'a.csv',
      'user,item,rating,date\n1,10,5,Tue Sep 06 12:30:00 -0800 2005\n2,11,3,"Tue, 06 Sep 2005 12:30:00 GMT+01:00"\n',
      { ...TWO, times: [13_032 * DAY + 73_800, 13_032 * DAY + 41_400] },
    ],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });
});
