import { describe, expect, it, test } from 'vitest';
import { grouplensFile, RELEASES, releaseAt, releaseNamed, releaseOf, TERMS, urlOf } from './releases.ts';

it('knows a release by its hash, and nothing else', () => {
  expect(releaseOf('a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20')?.title).toBe('MovieLens 1M');
  for (const other of [null, '', 'abc', 'constructor', '__proto__']) expect(releaseOf(other)).toBeNull();
});

it('has hashes of the right form, and each but once', () => {
  for (const { sha256 } of RELEASES) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(RELEASES.map(({ sha256 }) => sha256)).size).toBe(RELEASES.length);
});

describe('addresses of GroupLens', () => {
  const url = urlOf(releaseNamed('ml-1m'));

  test('promise a release where its bytes are known', () => {
    expect(url).toBe('https://files.grouplens.org/datasets/movielens/ml-1m.zip');
    expect(releaseAt(url)?.name).toBe('ml-1m');
    expect(releaseAt('https://files.grouplens.org/datasets/movielens/ml-latest-small.zip')?.name).toBe('ml-latest-small-2018');
    expect(releaseAt('https://files.grouplens.org/datasets/movielens/ml-10m.zip')).toBeNull();
  });

  test('are told from others', () => {
    expect(grouplensFile('https://files.grouplens.org/datasets/movielens/ml-10m.zip')).toBe('ml-10m.zip');
    for (const other of [
      'https://files.grouplens.org.example.org/datasets/movielens/ml-1m.zip',
      'https://files.grouplens.org/datasets/movielens/../x.zip',
      'https://files.grouplens.org/datasets/movielens/ml-1m.zip?x',
      'http://files.grouplens.org/datasets/movielens/ml-1m.zip',
      'https://files.grouplens.org/datasets/movielens/',
    ]) {
      expect(grouplensFile(other)).toBeNull();
    }
  });
});

it('says which release may be passed on', () => {
  expect(TERMS.conditions(releaseNamed('ml-1m'))[2]).toContain('may not redistribute');
  expect(TERMS.conditions(releaseNamed('ml-32m'))[2]).toContain('may redistribute');
});
