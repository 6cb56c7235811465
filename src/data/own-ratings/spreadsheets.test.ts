import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAY, fileOf, outcome, together, zipOf } from './files.fixture.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../containers/fixtures/${name}`, import.meta.url));

describe('what is no text', () => {
  const sheet = { count: 2, users: 2, movies: 2, times: [11_687 * DAY, 13_032 * DAY], titles: ['Heat & <Dust>', 'Casino'] };

  test('Parquet and Excel are read as tables', async () => {
    expect(await outcome(fileOf('a.parquet', fixture('ratings-zstd.parquet')))).toMatchObject({
      count: 3,
      users: 3,
      movies: 3,
      stars: [4.5, 3, 5],
      times: [1_009_800_000, 1_009_843_200, 1_125_964_800],
    });
    expect(await outcome(fileOf('a.xlsx', fixture('ratings.xlsx')))).toMatchObject(sheet);
  });

  test('so are they in a zip, and beside titles', async () => {
    const files = { 'votes.xlsx': fixture('ratings.xlsx'), 'movies.csv': 'movieId,title\nCasino,Casino Royale\n' };
    expect(await outcome(await zipOf(files))).toMatchObject({ ...sheet, titles: ['Heat & <Dust>', 'Casino Royale'] });
    expect(
      await outcome(together({ 'ratings.parquet': fixture('ratings-snappy.parquet'), 'movies.csv': 'id,name\ne,Eden\n' })),
    ).toMatchObject({
      titles: expect.arrayContaining(['Eden']),
    });
  });
});
