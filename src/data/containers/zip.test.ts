import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { readWhole } from './archive-file.ts';
import { openArchive } from './zip.ts';

const open = (bytes: Uint8Array<ArrayBuffer>) => openArchive(new Blob([bytes]), WORDS);

const WORDS = { what: 'The data file', remedy: 'Get it again.' };
const TEXT = 'userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n'.repeat(20);

async function zipOf(
  files: Readonly<Record<string, string>>,
  compression: 'STORE' | 'DEFLATE' = 'DEFLATE',
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return (await zip.generateAsync({ type: 'uint8array', compression })) as Uint8Array<ArrayBuffer>;
}

async function read(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  onProgress: (share: number) => void = () => {},
): Promise<Uint8Array | null> {
  const file = (await open(bytes)).find((candidate) => candidate.name === name);
  return file ? await readWhole(file, onProgress) : null;
}

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('reading', () => {
  test.each(['STORE', 'DEFLATE'] as const)('a file comes out as it went in (%s), from whatever folder', async (compression) => {
    const bytes = await read(await zipOf({ 'a/b/ratings.csv': TEXT, 'readme.txt': 'x' }, compression), 'ratings.csv');
    expect(new TextDecoder().decode(bytes as Uint8Array)).toBe(TEXT);
  });

  test('lists files, not folders, nor what macOS adds', async () => {
    const files = await open(await zipOf({ 'a/ratings.csv': TEXT, 'readme.txt': 'x', '__MACOSX/a/._ratings.csv': 'x' }));
    expect(files.map(({ path, name, size }) => [path, name, size])).toEqual([
      ['a/ratings.csv', 'ratings.csv', TEXT.length],
      ['readme.txt', 'readme.txt', 1],
    ]);
  });

  test('progress goes up from 0 to 1', async () => {
    const shares: number[] = [];
    await read(await zipOf({ 'ratings.csv': TEXT.repeat(500) }), 'ratings.csv', (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBe(1);
  });

  test('an empty file is empty', async () => {
    expect(await read(await zipOf({ 'ratings.csv': '' }), 'ratings.csv')).toEqual(new Uint8Array());
  });
});

describe('what is no zip says so', () => {
  test.each([
    ['nothing', new Uint8Array(), 'The data file is empty.'],
    ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>'), 'The data file is not a zip.'],
    ['a single byte', Uint8Array.of(0x50), 'The data file is not a zip.'],
    ['the beginning of a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'The data file is a zip that is cut off or damaged.'],
  ])('%s', async (_, bytes, message) => {
    const error = await failure(open(bytes));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ code: 'data-not-zip', message, remedy: 'Get it again.' });
  });
});

describe('a zip bomb', () => {
  const bomb = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const zip = new JSZip();
    zip.file('ratings.csv', new Uint8Array(2 ** 27));
    return (await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as Uint8Array<ArrayBuffer>;
  };

  test('is refused by what it declares', async () => {
    expect(await failure(read(await bomb(), 'ratings.csv'))).toMatchObject({
      message: '“ratings.csv” in the zip unpacks to far more data than a table has.',
    });
  });

  test('is refused by what comes out, whatever it declares', async () => {
    const bytes = await bomb();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      // The unpacked size in the directory, and in front of the file.
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
    }
    let unpacked = 0;
    const [file] = await open(bytes);
    const all = async () => {
      for await (const piece of file?.pieces() ?? []) unpacked += piece.length;
    };
    expect(await failure(all())).toMatchObject({ code: 'data-not-zip' });
    expect(unpacked).toBeLessThan(2 ** 26 + 2 ** 20);
  });
});

test('a zip with a password says so', async () => {
  const bytes = await zipOf({ 'ratings.csv': TEXT });
  const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
  const locked = bytes.with(directory + 8, (bytes[directory + 8] as number) | 1); // The flag of encryption.
  expect(await failure(open(locked))).toMatchObject({
    code: 'data-not-zip',
    message: 'The data file is protected by a password.',
  });
});

test('cut off anywhere, a zip is refused', async () => {
  const whole = await zipOf({ 'ratings.csv': TEXT });
  for (let length = 0; length < whole.length; length++) {
    expect(await failure(open(whole.subarray(0, length)))).toMatchObject({ code: 'data-not-zip' });
  }
});

test('with any one byte altered, a file is refused, missed, or comes out as it was', async () => {
  const whole = await zipOf({ 'ratings.csv': TEXT });
  for (let at = 0; at < whole.length; at++) {
    const altered = whole.with(at, (whole[at] as number) ^ 0x55);
    try {
      const bytes = await read(altered, 'ratings.csv');
      if (bytes !== null) expect(new TextDecoder().decode(bytes)).toBe(TEXT);
    } catch (thrown) {
      if (!(thrown instanceof LabError)) throw thrown;
      expect(thrown.code).toBe('data-not-zip');
    }
  }
});
