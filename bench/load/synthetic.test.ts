import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { FORMATS, texts } from './synthetic.mjs';
import { writeZip } from './write-zip.mjs';

const SHAPE = { users: 50, movies: 400, ratings: 3000 };

test('has the size that is asked for, no pair twice', () => {
  const rows = [...texts(SHAPE, FORMATS.dat)]
    .join('')
    .trim()
    .split('\n')
    .map((line) => line.split('::'));
  expect(rows).toHaveLength(3000);
  expect(new Set(rows.map(([user]) => user)).size).toBe(50);
  expect(new Set(rows.map(([user, movie]) => `${user} ${movie}`)).size).toBe(3000);
  expect(rows.every(([, movie]) => Number(movie) >= 1 && Number(movie) <= 400)).toBe(true);
});

test('a zip is written that JSZip reads with its sums', async () => {
  const file = path.join(tmpdir(), `matinee-write-zip-${process.pid}.zip`);
  try {
    await writeZip(file, 'ml/ratings.csv', texts(SHAPE, FORMATS.csv));
    const zip = await JSZip.loadAsync(await readFile(file), { checkCRC32: true });
    expect(await zip.file('ml/ratings.csv')?.async('text')).toBe([...texts(SHAPE, FORMATS.csv)].join(''));
  } finally {
    await rm(file, { force: true });
  }
});
