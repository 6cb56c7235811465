import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locate } from './locate.mjs';

let base = '';
let root = '';

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(tmpdir(), 'matinee-locate-')));
  root = path.join(base, 'dist');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await mkdir(path.join(base, 'dist-private'));
  for (const file of ['dist/index.html', 'dist/assets/a b.js', 'dist/.env', 'secret.txt', 'dist-private/secret.txt']) {
    await writeFile(path.join(base, file), file);
  }
  await symlink(path.join(base, 'secret.txt'), path.join(root, 'outside.txt'));
  await symlink(path.join(base, 'dist-private'), path.join(root, 'outside'));
  await symlink(path.join(root, 'index.html'), path.join(root, 'inside.html'));
});

afterAll(() => rm(base, { recursive: true }));

describe('files inside the folder', () => {
  it.each([
    ['/', 'index.html'],
    ['/?user=3#x', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/a%20b.js', 'assets/a b.js'],
    ['/%61ssets/a b.js', 'assets/a b.js'],
    ['/inside.html', 'index.html'],
  ])('%s is %s', async (url, file) => {
    expect(await locate(root, url)).toBe(path.join(root, file));
  });
});

describe('everything else is not there', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/../dist-private/secret.txt',
    '/index.html%00',
    '/index.html\0.js',
    '/%',
    '/%ff',
    '/outside.txt',
    '/outside/secret.txt',
    '/.env',
    '/./index.html',
    '//index.html',
    '/assets',
    '/assets/',
    '/index.html/',
    '/missing.js',
    'index.html',
    'http://elsewhere/index.html',
    '*',
    '',
  ])('%j', async (url) => {
    expect(await locate(root, url)).toBeUndefined();
  });
});
