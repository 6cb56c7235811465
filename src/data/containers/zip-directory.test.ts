import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { crc32 } from '../crc32.ts';
import { zipEntries } from './zip-directory.ts';

const TEXT = new TextEncoder().encode('userId,movieId,rating\n1,31,2.5\n');

const zipOf = async (names: readonly string[], comment = ''): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const name of names) zip.file(name, TEXT, { createFolders: true });
  return await zip.generateAsync({ type: 'uint8array', comment });
};

const numbers = (...parts: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(parts.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of parts) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A zip of one stored file, by the book (APPNOTE 6.3.10), with all numbers in the long records where `isLarge`. */
function byHand(
  name: Uint8Array,
  { isLarge = false, extra = new Uint8Array() }: { isLarge?: boolean; extra?: Uint8Array },
): Uint8Array {
  const [size, full] = [TEXT.length, 0xffffffff];
  const [most, count, offset] = isLarge ? [full, 0xffff, full] : [size, 1, 0];
  const rule = [
    [2, 20],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, crc32(TEXT)],
  ] as const;
  const local = joined(numbers([4, 0x04034b50], ...rule, [4, most], [4, most], [2, name.length], [2, 0]), name, TEXT);
  const field = isLarge ? numbers([2, 1], [2, 24], [8, size], [8, size], [8, 0]) : extra;
  const lengths = [
    [2, name.length],
    [2, field.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
  ] as const;
  const entry = numbers([4, 0x02014b50], [2, 20], ...rule, [4, most], [4, most], ...lengths, [4, offset]);
  const directory = joined(entry, name, field);
  const places = [
    [8, 1],
    [8, 1],
    [8, directory.length],
    [8, local.length],
  ] as const;
  const long = numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], ...places);
  const locator = numbers([4, 0x07064b50], [4, 0], [8, local.length + directory.length], [4, 1]);
  const ends = isLarge
    ? ([
        [4, full],
        [4, full],
      ] as const)
    : ([
        [4, directory.length],
        [4, local.length],
      ] as const);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], ...ends, [2, 0]);
  return joined(local, directory, ...(isLarge ? [long, locator] : []), end);
}

const contentsOf = (zip: Uint8Array) => zipEntries(zip).map(({ path, start, end }) => [path, zip.slice(start, end)]);

it('lists files and folders in their order, whatever the comment at the end', async () => {
  const found = zipEntries(await zipOf(['b/ratings.csv', 'a.csv'], 'made for PK, by hand'));
  expect(found.map(({ path, isFolder }) => [path, isFolder])).toEqual([
    ['b/', true],
    ['b/ratings.csv', false],
    ['a.csv', false],
  ]);
});

it('reads numbers that do not fit into 32 bits', () => {
  const name = new TextEncoder().encode('ratings.csv');
  expect(contentsOf(byHand(name, { isLarge: true }))).toEqual([['ratings.csv', TEXT]]);
  expect(contentsOf(byHand(name, {}))).toEqual([['ratings.csv', TEXT]]);
});

it('finds everything where something stands in front, as in a zip that unpacks itself', () => {
  const name = new TextEncoder().encode('ratings.csv');
  const before = new TextEncoder().encode('#!/bin/sh\n');
  for (const isLarge of [false, true]) {
    expect(contentsOf(joined(before, byHand(name, { isLarge })))).toEqual([['ratings.csv', TEXT]]);
  }
});

it('takes a path that older programs write beside the name, where it belongs to that name', () => {
  const name = Uint8Array.of(0x81, 0x2e, 0x63, 0x73, 0x76); // “ü.csv” as DOS wrote it.
  const path = new TextEncoder().encode('ü.csv');
  const field = (sum: number) => joined(numbers([2, 0x7075], [2, 5 + path.length]), Uint8Array.of(1), numbers([4, sum]), path);
  expect(contentsOf(byHand(name, { extra: field(crc32(name)) }))).toEqual([['ü.csv', TEXT]]);
  expect(contentsOf(byHand(name, { extra: field(7) }))).toEqual([['\ufffd.csv', TEXT]]);
});

it('is damaged where a number leads out of the zip', async () => {
  const zip = await zipOf(['ratings.csv']);
  const directory = zip.findIndex((_, at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1);
  for (const at of [10, 20, 28, 42]) expect(() => zipEntries(zip.with(directory + at, 0x7f))).toThrow();
});
