import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoadPhase } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { MovieIndex, UserIndex } from '../core/ids.ts';
import { parseSynthetic } from '../core/synthetic-shape.ts';
import { loadData } from './load.ts';

const CSV = 'userId,movieId,rating,timestamp\n7,50,4.5,964982703\n9,3,2.0,964981247\n';
const DAT = '7::50::4::964982703\n9::3::2::964981247\n7::3::5::964982224\n';
const TITLES = Uint8Array.from('3::Misérables, Les (1995)::Drama|Musical\n', (letter) => letter.charCodeAt(0)); // Latin-1

type Files = Readonly<Record<string, string | Uint8Array>>;

async function zipOf(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(`ml-1m/${name}`, content);
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
}

async function open(content: string | Uint8Array<ArrayBuffer>, name: string) {
  const phases: LoadPhase[] = [];
  const loaded = await loadData({ kind: 'file', file: new File([content], name) }, (phase) => phases.push(phase));
  return { ...loaded, phases: [...new Set(phases)] };
}

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

beforeEach(() => vi.stubGlobal('isSecureContext', true));
afterEach(() => vi.unstubAllGlobals());

describe('a file is recognised by what is in it', () => {
  test('a zip in the layout of MovieLens 1M, with titles in Latin-1', async () => {
    const bytes = await zipOf({ 'ratings.dat': DAT, 'movies.dat': TITLES, 'users.dat': '7::F::1::10::48067\n' });
    const { ratings, origin, phases, elapsed } = await open(bytes, 'mine.zip');
    expect([...ratings.stars]).toEqual([4, 2, 5]);
    expect(ratings.userIds.idOf(0 as UserIndex)).toBe(7);
    expect(ratings.catalogue[0 as MovieIndex]).toMatchObject({ id: 3, title: 'Misérables, Les', year: 1995 });
    expect(origin).toEqual({
      kind: 'file',
      name: 'mine.zip',
      file: 'mine.zip',
      url: null,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      layout: {
        format: 'dat',
        container: 'zip',
        file: 'ratings.dat',
        hasTitles: true,
        hasUsers: true,
        columns: null,
      },
      fetchedAt: expect.any(Number),
      release: null,
    });
    expect(phases).toEqual(['fetch', 'verify', 'unzip', 'parse', 'join']);
    expect(Object.keys(elapsed)).toEqual(phases);
  });

  test('a zip of CSV files, whatever its name', async () => {
    const { ratings, origin } = await open(await zipOf({ 'ratings.csv': CSV }), 'download(1)');
    expect(ratings.count).toBe(2);
    expect(origin.layout).toMatchObject({ format: 'table', container: 'zip', file: 'ratings.csv' });
  });

  test.each([
    ['ratings.csv', CSV, 'table'],
    ['mine.txt', `\uFEFF${CSV.replaceAll('\n', '\r\n')}`, 'table'],
    ['ratings.dat', DAT, 'dat'],
  ] as const)('%s alone: its movies go by their ids', async (name, text, format) => {
    const { ratings, origin, phases } = await open(text, name);
    expect(ratings.catalogue.map(({ title }) => title)).toEqual(['Movie 3', 'Movie 50']);
    expect(origin).toMatchObject({ name, layout: { format, container: null } });
    expect(phases).toEqual(['fetch', 'verify', 'parse', 'join']);
  });

  test('a real release', async () => {
    const bytes = new Uint8Array(readFileSync('public/data/ml-latest-small.zip'));
    expect((await open(bytes, 'x.zip')).ratings.count).toBe(100_004);
  });

  test('where the browser offers no hashing, it loads without', async () => {
    vi.stubGlobal('isSecureContext', false);
    vi.stubGlobal('crypto', {});
    expect((await open(DAT, 'ratings.dat')).origin.sha256).toBeNull();
  });
});

describe('what is wrong with a file is said, with what to do', () => {
  const again = 'Get the file again, and open that copy.';
  const mend = 'Correct that line, or use another copy of the data.';
  const pick =
    'Open a MovieLens zip, or a file of ratings: CSV, TSV, JSON lines, Parquet or Excel with users, movies and ratings.';

  test.each<readonly [string, string | Files, string, string]>([
    ['a.csv', '', '“a.csv” is empty.', pick],
    ['a.jpg', '\xff\xd8\xff\xe0,', '“a.jpg” is neither a zip nor a file of ratings.', pick],
    ['a.html', '<!doctype html>', '“a.html” is neither a zip nor a file of ratings.', pick],
    ['a.csv', `${CSV}1,2,x,3\n`, 'a.csv, line 4: the rating “x” is not a number.', mend],
    ['a.csv', 'user;item;stars\n1;2;3\n', 'a.csv has a single rating in it.', 'Use a file with ratings.'],
    ['a.csv', 'userId,movieId,rating,timestamp\n', 'a.csv has no ratings in it.', 'Use a file with ratings.'],
    ['a.dat', `${DAT}1::2::3\n`, 'a.dat, line 4: there are 3 fields, not 4.', mend],
    ['a.zip', 'PK\x03\x04 and so on', '“a.zip” is a zip that is cut off or damaged.', again],
    [
      'a.zip',
      { 'picture.png': 'x' },
      '“a.zip” has no file of ratings in it (found: ml-1m/picture.png).',
      'Use a MovieLens zip, or one with a single file of ratings in it.',
    ],
    ['a.zip', { 'ratings.dat': `${DAT}1::2::9:9\n` }, 'ratings.dat, line 4: a single “:” stands between two fields.', mend],
    [`${'x'.repeat(200)}.csv`, '', `“${'x'.repeat(60)}…” is empty.`, pick],
  ])('%s', async (name, content, message, remedy) => {
    const error = await failure(open(typeof content === 'string' ? content : await zipOf(content), name));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ message, remedy });
  });

  test('a file that was moved or changed since it was picked', async () => {
    const file = new File([DAT], 'ratings.dat');
    file.arrayBuffer = () => Promise.reject(new DOMException('A requested file could not be found.', 'NotFoundError'));
    expect(await failure(loadData({ kind: 'file', file }, () => {}))).toMatchObject({
      code: 'data-missing',
      message: '“ratings.dat” cannot be read: A requested file could not be found.',
      remedy: 'The file may have been moved or changed. Open it again.',
    });
  });

  test('a file that no tab can hold is not read', async () => {
    const file = new File(['PK'], 'ml-32m.zip');
    Object.defineProperty(file, 'size', { value: 2 ** 30 + 1 });
    file.arrayBuffer = () => expect.fail();
    expect(await failure(loadData({ kind: 'file', file }, () => {}))).toMatchObject({
      message: '“ml-32m.zip” is larger than 1 GB, more than a tab can hold.',
    });
  });
});

test('with any one byte of a zip altered, its ratings are refused or unharmed', async () => {
  const whole = await zipOf({ 'ratings.dat': DAT, 'movies.dat': TITLES });
  const expected = (await open(whole, 'a.zip')).ratings;
  let refused = 0;
  for (let at = 0; at < whole.length; at++) {
    const result = await open(whole.with(at, (whole[at] as number) ^ 0x55), 'a.zip').catch((thrown: unknown) => thrown);
    if (result instanceof LabError) refused++;
    else expect(result).toMatchObject({ ratings: { stars: expected.stars, timestamps: expected.timestamps } });
  }
  expect(refused).toBeGreaterThan(100);
});

test('synthetic ratings name themselves, their size and seed', async () => {
  const phases: LoadPhase[] = [];
  const shape = { users: 100, movies: 200, ratings: 4000 };
  const { ratings, origin } = await loadData({ kind: 'synthetic', shape, seed: 3 }, (phase) => phases.push(phase));
  expect([ratings.count, ratings.userIds.size, ratings.movieIds.size]).toEqual([4000, 100, 200]);
  expect(origin).toEqual({
    kind: 'synthetic',
    name: 'Synthetic 4K, seed 3',
    file: null,
    url: null,
    sha256: null,
    layout: null,
    fetchedAt: null,
    release: null,
    synthetic: 'synthetic-100x200x4000-seed3',
  });
  expect([...new Set(phases)]).toEqual(['generate', 'join']);
});

describe('a file from an address', () => {
  const url = 'https://files.grouplens.org/datasets/movielens/ml-1m.zip';
  const load = async (source: { readonly url: string; readonly unverified?: boolean }, file: File) => {
    const heard: unknown[][] = [];
    const loaded = await loadData({ kind: 'url', pageUrl: 'https://here.example/', ...source }, (...told) => heard.push(told), {
      fetchUrl: async (_, __, { onTransfer }) => {
        onTransfer({ received: 4, total: 8, secondsLeft: 1 });
        return file;
      },
    });
    return { ...loaded, heard };
  };

  test('says where it came from, and hears how far it has come', async () => {
    const { origin, heard, file } = await load({ url: 'https://example.org/a.dat' }, new File([DAT], 'a.dat'));
    expect(origin).toMatchObject({ kind: 'url', name: 'a.dat', url: 'https://example.org/a.dat', fetchedAt: expect.any(Number) });
    expect(file?.name).toBe('a.dat');
    expect(heard).toContainEqual(['fetch', 0.5, { received: 4, total: 8, secondsLeft: 1 }]);
  });

  test('that promises a release is checked against its hash, unless the visitor takes it as it is', async () => {
    const file = new File([await zipOf({ 'ratings.dat': DAT })], 'ml-1m.zip');
    expect(await failure(load({ url }, file))).toMatchObject({
      code: 'data-altered',
      message: expect.stringMatching(/^This is not the known MovieLens 1M: its SHA-256 is [0-9a-f]{8}…, not a6898adb…\.$/),
    });
    expect((await load({ url, unverified: true }, file)).origin).toMatchObject({ name: 'ml-1m.zip', release: null });
  });

  test('that is kept from an earlier visit says so', async () => {
    const from = { url: 'https://example.org/a.dat', fetchedAt: 5 };
    const { origin } = await loadData({ kind: 'file', file: new File([DAT], 'a.dat'), from }, () => {});
    expect(origin).toMatchObject({ kind: 'url', ...from });
  });
});

test('a load that is cancelled ends with a sentence, at the next piece', async () => {
  const controller = new AbortController();
  const file = new File([DAT.repeat(200_000)], 'ratings.dat');
  const shares: number[] = [];
  const loading = loadData(
    { kind: 'file', file },
    (phase, share) => {
      if (phase !== 'parse') return;
      shares.push(share ?? -1);
      if ((share ?? 0) > 0) controller.abort();
    },
    { signal: controller.signal },
  );
  expect(await failure(loading)).toMatchObject({ code: 'cancelled', message: 'Loading was cancelled.' });
  expect(shares).toHaveLength(2);
});

test.each(['generate', 'join'] as const)('a message comes in half-way through a long %s, and can cancel it', async (when) => {
  const controller = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => controller.abort();
  const shares: number[] = [];
  const loading = loadData(
    { kind: 'synthetic', ...(parseSynthetic('synthetic-1m') as NonNullable<ReturnType<typeof parseSynthetic>>) },
    (phase, share) => {
      if (phase !== when) return;
      shares.push(share ?? -1);
      port2.postMessage(null);
    },
    { signal: controller.signal },
  );
  expect(await failure(loading)).toMatchObject({ code: 'cancelled' });
  port1.close();
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBeLessThan(1);
});

test('a zip of MovieLens 100K with titles, genres and demographics', async () => {
  const flags = (place: number) => Array.from({ length: 19 }, (_, at) => (at === place ? 1 : 0)).join('|');
  const bytes = await zipOf({
    'u.data': '196\t242\t3\t881250949\n186\t302\t3\t891717742\n',
    'u.item': `242|Kolya (1996)|24-Jan-1997|||${flags(5)}\n302|L.A. Confidential (1997)|||x|${flags(6)}\n`,
    'u.user': '196|49|M|writer|55105\n186|39|F|executive|00000\n',
  });
  const { ratings, origin, notes } = await open(bytes, 'ml-100k.zip');
  expect(ratings.catalogue).toMatchObject([
    { id: 242, title: 'Kolya', year: 1996, genres: ['Comedy'] },
    { id: 302, title: 'L.A. Confidential', year: 1997, genres: ['Crime'] },
  ]);
  expect(ratings.demographics?.zip).toEqual({ labels: ['00000', '55105'], codes: Int32Array.of(0, 1) });
  expect([origin.layout, notes]).toMatchObject([{ format: 'u.data', container: 'zip', hasTitles: true, hasUsers: true }, []]);
});
