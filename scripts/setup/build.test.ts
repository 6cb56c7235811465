import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newest } from './build.mjs';

let root = '';

/** Dates everything in the folder, in seconds since 1970. */
async function date(seconds: number, ...names: string[]): Promise<void> {
  for (const name of names) await utimes(path.join(root, name), seconds, seconds);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'matinee-build-'));
  await mkdir(path.join(root, 'src/generated'), { recursive: true });
  for (const name of ['src/a.ts', 'src/generated/b.wasm', 'index.html']) await writeFile(path.join(root, name), '');
  await date(100, 'src/a.ts', 'src/generated/b.wasm', 'index.html', 'src/generated', 'src');
});

afterEach(() => rm(root, { recursive: true }));

it('is the date of the newest file, however deep, but not of what is ignored', async () => {
  await date(300, 'src/a.ts');
  await date(900, 'src/generated/b.wasm');
  expect(await newest(root, ['src', 'index.html'], ['src/generated'])).toBe(300_000);
  expect(await newest(root, ['src', 'index.html'], [])).toBe(900_000);
});

it('sees by its folder that a file was deleted', async () => {
  await rm(path.join(root, 'src/a.ts'));
  expect(await newest(root, ['src'], ['src/generated'])).toBeGreaterThan(100_000);
});

it('is 0 where nothing is', async () => {
  expect(await newest(root, ['missing'], [])).toBe(0);
});
