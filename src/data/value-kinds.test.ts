import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Cleaning, UNCLEANED } from '../core/clean/cleaning.ts';
import { LabError } from '../core/errors.ts';
import { loadData } from './load.ts';

beforeAll(() => vi.stubGlobal('isSecureContext', true));
afterAll(() => vi.unstubAllGlobals());

const open = async (name: string, content: string, cleaning: Partial<Cleaning> = {}, answers: object = {}) =>
  await loadData(
    { kind: 'file', file: new File([content], name), cleaning: { ...UNCLEANED, ...cleaning }, ...answers },
    () => {},
  );

/** Rows of some users, items by number, and the values given. */
const rowsOf = (values: readonly number[], users = 7): string =>
  values.map((value, at) => `${1 + (at % users)},${10 + Math.floor(at / users)},${value}\n`).join('');
const times = (value: number, count: number): readonly number[] => new Array<number>(count).fill(value);

const sentences = (notes: readonly { readonly rule: string }[]): string => notes.map(({ rule }) => rule).join(' ');

describe('values that mean “not rated”', () => {
  test.each<readonly [string, number, readonly number[]]>([
    ['anime’s −1', -1, [...times(7, 20), ...times(9, 20), ...times(10, 9)]],
    ['Jester’s 99', 99, Array.from({ length: 60 }, (_, at) => (at % 41) / 2 - 10)],
    ['Book-Crossing’s 0', 0, [...times(5, 9), ...times(8, 14), ...times(10, 12), ...times(7, 8)]],
    ['255 among stars', 255, [...times(1, 9), ...times(4, 14), ...times(5, 12)]],
  ])('%s is left out, counted and shown, or kept', async (_, value, others) => {
    const text = `user,item,rating\n${rowsOf([...times(value, 30), ...others])}`;
    const { ratings, findings, notes } = await open('a.csv', text);
    expect(ratings.count).toBe(others.length);
    expect(findings?.suspects).toEqual([{ value, count: 30, isLeftOut: true }]);
    expect(notes[0]).toMatchObject({ kind: 'not-rated', count: 30 });
    expect(notes[0]?.lines).toHaveLength(3);
    const kept = await open('a.csv', text, { notRated: [] });
    expect(kept.ratings.count).toBe(others.length + 30);
    expect(kept.findings?.suspects).toEqual([{ value, count: 30, isLeftOut: false }]);
  });

  test('a scale down to −10, and one of dislikes and likes, are scales', async () => {
    const scales = await Promise.all(
      [
        [-10, -3.5, 2, 9.25],
        [-1, 1, 1, -1],
      ].map(async (values) => await open('a.csv', `user,item,rating\n${rowsOf(values)}`)),
    );
    expect(scales.map(({ ratings }) => [ratings.count, ratings.scale.min, ratings.scale.max])).toEqual([
      [4, -10, 9.25],
      [4, -1, 1],
    ]);
    for (const { findings } of scales) expect(findings).toEqual({});
  });

  test('one’s own values are left out, and the load is another with a name of its own', async () => {
    const { ratings, origin } = await open('a.csv', `user,item,rating\n${rowsOf([3, 4, 5, 3, 1])}`, { notRated: [3] });
    expect([...ratings.stars]).toEqual([4, 5, 1]);
    expect(origin).toMatchObject({ name: 'a.csv (without 3)', cleaning: { notRated: [3] } });
  });
});

describe('ratings that do not tell what is liked less', () => {
  test.each<readonly [string, string, string, string, readonly RegExp[]]>([
    ['plays', 'a.tsv', 'user\tartist\tplays\n1\t10\t5\n2\t11\t120\n2\t10\t31\n', 'counts', []],
    ['ones', 'a.csv', 'user,item,rating\n1,10,1\n2,11,1\n2,10,1\n', 'equal', []],
    ['two columns with names', 'a.csv', 'user_id,item_id\n1,10\n2,11\n2,10\n', 'events', []],
    ['two columns with one name', 'a.csv', 'user_id,thing\n1,10\n2,11\n2,10\n', 'events', [/column 2 as items/]],
    ['two columns without names', 'a.txt', '1 10\n2 11\n2 10\n', 'events', [/^Column 1 is read as users/]],
    ['two columns of texts', 'a.csv', 'user,book\nanna,Dune\nbob,Dune\nbob,Emma\n', 'events', []],
    [
      'user, item and time',
      'a.csv',
      'userId,itemId,timestamp\n1,10,1365029107\n2,11,1365029108\n2,10,1365029109\n',
      'events',
      [],
    ],
    [
      'three columns without names, the last of times',
      'a.csv',
      '1,10,1365029107\n2,11,1365029108\n2,10,1365029109\n',
      'events',
      [/Column 1/],
    ],
    ['the same between tabs', 'a.dat', '1\t10\t1365029107\n2\t11\t1365029108\n2\t10\t1365029109\n', 'events', [/Column 1/]],
    ['JSON lines', 'a.jsonl', '{"user":1,"item":10}\n{"user":2,"item":11}\n{"user":2,"item":10}\n', 'events', []],
  ])('%s', async (_, name, text, feedback, words) => {
    const { ratings, findings, notes } = await open(name, text);
    expect(ratings).toMatchObject({ count: 3, userIds: { size: 2 }, movieIds: { size: 2 } });
    expect(findings?.feedback).toBe(feedback);
    expect(notes.map(({ rule }) => rule)).toEqual(words.map((each) => expect.stringMatching(each)));
    expect(ratings.scale.likedFrom).toBe(ratings.scale.min);
  });

  test('a table of titles or of unrelated pairs is no table of events', async () => {
    for (const text of [
      'movieId,title\n1,Dune\n2,Emma\n',
      '1,100\n2,101\n3,102\n',
      'user_id,age\n1,24\n2,53\n3,24\n',
      'user,rating\n1,5\n1,4\n',
    ]) {
      await expect(open('a.csv', text)).rejects.toThrow(LabError);
    }
  });

  test('repeated plays are added up, repeated stars are not; or as one says', async () => {
    const plays = 'user,item,play_count,time\n1,10,2,978300100\n1,10,3,978300300\n1,10,4,978300200\n2,10,1,978300100\n';
    const stars = async (cleaning?: Partial<Cleaning>, text = plays) => [...(await open('a.csv', text, cleaning)).ratings.stars];
    expect(await stars()).toEqual([9, 1]);
    expect(await stars({}, plays.replace('play_count', 'rating'))).toEqual([3, 1]);
    expect(await stars({ repeats: 'newest' })).toEqual([3, 1]);
    expect(await stars({ repeats: 'mean' })).toEqual([3, 1]);
    expect(await stars({ repeats: 'largest' })).toEqual([4, 1]);
    const { ratings } = await open('a.csv', plays);
    expect([...(ratings.timestamps ?? [])]).toEqual([978_300_300, 978_300_100]);
  });
});

describe('filters', () => {
  const text = `user,item,rating\n${rowsOf([1, 2, 3, 4, 5, 4, 3, 2, 1, 5, 4], 4)}`;

  test('a range, and a core, each said with what it leaves out', async () => {
    const { ratings, notes } = await open('a.csv', text, { least: 2, most: 4, perUser: 2, perItem: 2 });
    expect(ratings.stars.every((value) => value >= 2 && value <= 4)).toBe(true);
    expect(notes.map(({ kind }) => kind)).toEqual(['out-of-range', 'outside-core']);
    expect(sentences(notes)).toContain('until each user has 2 ratings and each item has 2 ratings or more');
  });

  test('that leave nothing are an error with what to do', async () => {
    await expect(open('a.csv', text, { perUser: 50 })).rejects.toMatchObject({
      code: 'data-filtered',
      message: 'Of 11 ratings, no rating is left by the settings under “Which ratings count”.',
    });
  });

  test('stand in the origin of other sources too', async () => {
    const shape = { users: 30, movies: 100, ratings: 700 };
    const { ratings, origin } = await loadData(
      { kind: 'synthetic', shape, seed: 1, cleaning: { ...UNCLEANED, least: 3 } },
      () => {},
    );
    expect(ratings.scale.min).toBe(3);
    expect(origin).toMatchObject({ name: 'Synthetic 700, seed 1 (from 3)', synthetic: 'synthetic-30x100x700' });
  });
});

test('one bad row in many is left out, counted and shown', async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => `${at % 50},${at},${1 + (at % 5)}\n`);
  rows[1000] = '7,8,oops\n';
  const { ratings, notes } = await open('a.csv', `user,item,rating\n${rows.join('')}`);
  expect(ratings.count).toBe(1999);
  expect(notes).toMatchObject([{ kind: 'faulty-rows', count: 1, lines: [expect.stringContaining('Line 1002: 7,8,oops')] }]);
});

test('pairs beside ratings in a zip are not offered as ratings', async () => {
  const zip = new JSZip();
  zip.file('user_friends.dat', 'userID\tfriendID\n1\t2\n2\t1\n2\t3\n');
  zip.file('user_artists.dat', 'userID\tartistID\tweight\n1\t10\t1300\n2\t11\t20\n2\t10\t7\n');
  const file = new File([(await zip.generateAsync({ type: 'uint8array' })) as BlobPart], 'lastfm.zip');
  const { ratings, findings, origin } = await loadData({ kind: 'file', file }, () => {});
  expect(origin.layout?.file).toBe('user_artists.dat');
  expect(ratings.count).toBe(3);
  expect(findings?.feedback).toBe('counts');
});
