import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoadPhase } from '../core/data-source.ts';
import { LabError, type LabErrorCode } from '../core/errors.ts';
import type { MovieIndex, UserIndex } from '../core/ids.ts';
import { loadData } from './load.ts';
import { BUNDLED } from './sources/bundled.ts';

const SOURCE = { kind: 'bundled', url: 'data.zip' } as const;
const RATINGS = 'userId,movieId,rating,timestamp\r\n7,50,4.5,964982703\r\n9,3,2.0,964981247\r\n7,3,5.0,964982224\r\n';
const MOVIES = 'movieId,title,genres\r\n3,"Usual Suspects, The (1995)",Crime|Mystery\r\n4,Nobody Saw It (2000),Drama\r\n';

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(`ml/${name}`, text);
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Serves the bytes in chunks of 1,000. */
function serve(bytes: Uint8Array): void {
  let at = 0;
  const body = () =>
    new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + 1000));
        at += 1000;
      },
    });
  vi.stubGlobal('fetch', async () => new Response(body(), { headers: { 'content-length': String(bytes.length) } }));
}

async function load(bytes: Uint8Array, sha256 = hashOf(bytes)) {
  serve(bytes);
  const heard: (readonly [LoadPhase, number])[] = [];
  const loaded = await loadData(SOURCE, (phase, share) => heard.push([phase, share ?? -1]), { bundledSha256: sha256 });
  return { ...loaded, heard };
}

const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

describe('a data set', () => {
  test('becomes ratings with titles', async () => {
    const bytes = await zipOf({ 'ratings.csv': RATINGS, 'movies.csv': MOVIES });
    const { ratings, origin } = await load(bytes);
    expect(origin).toEqual({
      kind: 'bundled',
      name: BUNDLED.title,
      file: 'ml-latest-small.zip',
      url: 'data.zip',
      sha256: hashOf(bytes),
      layout: {
        format: 'table',
        container: 'zip',
        file: 'ratings.csv',
        hasTitles: true,
        hasUsers: false,
        columns: {
          header: ['userId', 'movieId', 'rating', 'timestamp'],
          at: { user: 0, item: 1, rating: 2, timestamp: 3 },
          format: expect.objectContaining({ encoding: 'utf-8', separator: ',', skip: 0, hasHeader: true }),
        },
      },
      fetchedAt: expect.any(Number),
      release: 'ml-latest-small-2016',
    });
    expect(ratings.count).toBe(3);
    expect([...ratings.users]).toEqual([0, 1, 0]);
    expect([...ratings.movies]).toEqual([1, 0, 0]);
    expect([...ratings.stars]).toEqual([4.5, 2, 5]);
    expect(ratings.catalogue.map(({ title, year }) => [title, year])).toEqual([
      ['Usual Suspects, The', 1995],
      ['Movie 50', null],
    ]);
  });

  test('without movies.csv goes by ids', async () => {
    const { ratings } = await load(await zipOf({ 'ratings.csv': RATINGS }));
    expect(ratings.catalogue.map(({ title }) => title)).toEqual(['Movie 3', 'Movie 50']);
  });

  test('tells its phases in order, each going up from 0', async () => {
    const { heard, elapsed } = await load(new Uint8Array(readFileSync(`public/${BUNDLED.path}`)));
    expect(heard.filter(([phase]) => phase === 'unzip').length).toBeGreaterThan(20);
    expect([...new Set(heard.map(([phase]) => phase))]).toEqual(['fetch', 'unzip', 'verify', 'parse', 'join']);
    for (const phase of ['fetch', 'unzip', 'verify', 'parse', 'join'] as const) {
      const shares = heard.filter(([name]) => name === phase).map(([, share]) => share);
      expect(shares[0]).toBe(0);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
      expect(elapsed[phase]).toBeGreaterThanOrEqual(0);
    }
    // One phase ends before the next begins.
    const order = heard.map(([phase]) => ['fetch', 'unzip', 'verify', 'parse', 'join'].indexOf(phase));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('what is wrong with a file is said, with what to do', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, LabErrorCode, string, string]>([
    [
      'no ratings.csv',
      { 'movies.csv': MOVIES, 'links.csv': 'movieId,imdbId,tmdbId\n1,2,3\n', 'readme.txt': 'hello' },
      'data-no-ratings',
      'The data file has no file of ratings in it (found: ml/movies.csv, ml/links.csv, ml/readme.txt).',
      'Use a MovieLens zip, or one with a single file of ratings in it.',
    ],
    [
      'an empty zip',
      {},
      'data-no-ratings',
      'The data file has no file of ratings in it (found: nothing).',
      'Use a MovieLens zip, or one with a single file of ratings in it.',
    ],
    [
      'ratings.csv without ratings',
      { 'ratings.csv': 'userId,movieId,rating,timestamp\n' },
      'data-no-ratings',
      'ratings.csv has no ratings in it.',
      'Use a file with ratings.',
    ],
    [
      'ratings.csv with one rating',
      { 'ratings.csv': 'userId,movieId,rating,timestamp\n1,2,3,4\n' },
      'data-no-ratings',
      'ratings.csv has a single rating in it.',
      'Use a file with ratings.',
    ],
    [
      'a malformed line',
      { 'ratings.csv': `${RATINGS}1,2,x,3\n` },
      'data-malformed',
      'ratings.csv, line 5: the rating “x” is not a number.',
      'Correct that line, or use another copy of the data.',
    ],
  ])('%s', async (_, files, code, message, remedy) => {
    const error = await failure(load(await zipOf(files)));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ code, message, remedy });
  });

  test('another file than the expected one', async () => {
    const error = await failure(load(await zipOf({ 'ratings.csv': RATINGS }), BUNDLED.sha256));
    expect(error).toMatchObject({
      code: 'data-altered',
      message: 'The data file is not the one this page was made with (its SHA-256 differs).',
      remedy: 'Reload the page. If it fails again, restore the file on the server.',
    });
  });

  test('a file that is not there', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    const error = await failure(loadData(SOURCE, () => {}));
    expect(error).toMatchObject({ code: 'data-missing' });
  });
});

test('where the browser offers no hashing, a file loads without', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('crypto', {});
  const { ratings } = await load(await zipOf({ 'ratings.csv': RATINGS }), BUNDLED.sha256);
  expect(ratings.count).toBe(3);
});

describe('with any one byte altered', () => {
  test('a file is refused', async () => {
    const whole = await zipOf({ 'ratings.csv': RATINGS, 'movies.csv': MOVIES });
    const codes = new Set<string>();
    for (let at = 0; at < whole.length; at++) {
      const error = await failure(load(whole.with(at, (whole[at] as number) ^ 0x55), hashOf(whole)));
      expect(error).toBeInstanceOf(LabError);
      codes.add((error as LabError).code);
    }
    expect([...codes].sort()).toEqual(['data-altered', 'data-no-ratings', 'data-not-zip']);
  });

  test('ratings are refused or unharmed even where the browser offers no hashing', async () => {
    vi.stubGlobal('isSecureContext', false);
    const whole = await zipOf({ 'ratings.csv': RATINGS, 'movies.csv': MOVIES });
    const expected = (await load(whole)).ratings;
    for (let at = 0; at < whole.length; at++) {
      const result = await load(whole.with(at, (whole[at] as number) ^ 0x55), hashOf(whole)).catch((thrown: unknown) => thrown);
      if (result instanceof LabError) continue;
      expect(result).toMatchObject({ ratings: { stars: expected.stars, timestamps: expected.timestamps } });
    }
  });
});

describe('the bundled data set', () => {
  const bytes = new Uint8Array(readFileSync(`public/${BUNDLED.path}`));

  test('has the hash that its description names', () => {
    expect(hashOf(bytes)).toBe('28debaa8766bcdf5a1961038c985bf8791e4d9165c644f1f4878afcbfcaa0bb8');
    expect(BUNDLED.sha256).toBe(hashOf(bytes));
  });

  test('has the published size, and the sum that a plain split of the text gives', async () => {
    const { ratings } = await load(bytes, BUNDLED.sha256);
    expect([ratings.count, ratings.userIds.size, ratings.movieIds.size]).toEqual([100_004, 671, 9_066]);
    expect(ratings.scale).toEqual({ min: 0.5, max: 5, step: 0.5 });

    const text = (await (await JSZip.loadAsync(bytes)).file('ml-latest-small/ratings.csv')?.async('string')) as string;
    const lines = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const sum = (column: number) => lines.reduce((total, fields) => total + Number(fields[column]), 0);
    expect(lines.length).toBe(100_004);
    expect(ratings.stars.reduce((total, stars) => total + stars, 0)).toBe(sum(2));
    expect(ratings.timestamps?.reduce((total, time) => total + time, 0)).toBe(sum(3));
    const rawUsers = ratings.users.reduce((total, user) => total + Number(ratings.userIds.idOf(user as UserIndex)), 0);
    const rawMovies = Float64Array.from(ratings.movies, (movie) => Number(ratings.movieIds.idOf(movie as MovieIndex)));
    expect(rawUsers).toBe(sum(0));
    expect(rawMovies.reduce((total, id) => total + id, 0)).toBe(sum(1));
  });

  test('begins with user 1 giving Dangerous Minds 2.5 stars', async () => {
    const { ratings } = await load(bytes, BUNDLED.sha256);
    expect(ratings.userIds.idOf(ratings.users[0] as UserIndex)).toBe(1);
    expect(ratings.catalogue[ratings.movies[0] as MovieIndex]).toEqual({
      id: 31,
      title: 'Dangerous Minds',
      year: 1995,
      genres: ['Drama'],
    });
    expect([ratings.stars[0], ratings.timestamps?.[0]]).toEqual([2.5, 1260759144]);
  });

  test('every rated movie has a title of its own record', async () => {
    const { ratings } = await load(bytes, BUNDLED.sha256);
    expect(ratings.catalogue.filter(({ id, title }) => title === '' || title === `Movie ${id}`)).toEqual([]);
  });
});
