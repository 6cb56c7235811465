import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeBuild } from './precache.mjs';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matinee-build-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'service-worker.js'), 'old');
  await writeFile(path.join(folder, 'assets/part-A1b2C3d4.js'), 'part');
  await writeFile(path.join(folder, 'assets/part-A1b2C3d4.js.map'), '{}');
});

afterEach(() => rm(folder, { recursive: true }));

it('lists every file but the service worker and source maps, the page by its folder', async () => {
  const { files } = await describeBuild(folder);
  const integrity = `sha384-${createHash('sha384').update('part').digest('base64')}`;
  expect(files.map(({ path }) => path)).toEqual(['assets/part-A1b2C3d4.js', '']);
  expect(files[0]).toEqual({ path: 'assets/part-A1b2C3d4.js', integrity });
});

it('has a version that changes with any file, and with nothing else', async () => {
  const { version } = await describeBuild(folder);
  await writeFile(path.join(folder, 'service-worker.js'), 'new');
  expect((await describeBuild(folder)).version).toBe(version);
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>New</title>');
  expect((await describeBuild(folder)).version).not.toBe(version);
});
