import { expect, it } from 'vitest';
import { loadingCode } from './code.ts';

const FILE = {
  kind: 'file',
  file: 'ml-1m.zip',
  sha256: 'abc123',
  layout: { format: 'table', zipped: true },
  users: 6040,
  movies: 3706,
  ratings: 1_000_209,
} as const;

it('names the file that was loaded and checks its hash', () => {
  const code = loadingCode(FILE);
  expect(code).toContain('path = "ml-1m.zip"');
  expect(code).toContain('.hexdigest() == "abc123"');
  expect(code).toContain('pd.read_csv(archive.open(find("ratings.csv")))');
});

it('cannot be broken out of by a file name', () => {
  expect(loadingCode({ ...FILE, file: '"; import os' })).toContain('path = "\\"; import os"');
});

it('checks nothing where there is no hash to compare with', () => {
  expect(loadingCode(null)).not.toContain('assert');
  expect(loadingCode({ ...FILE, sha256: null })).not.toContain('assert');
});

it('reads the layout that the file has', () => {
  const zipped = loadingCode({ ...FILE, layout: { format: 'dat', zipped: true } });
  expect(zipped).toContain('find("ratings.dat")), sep="::"');
  expect(zipped).toContain('find("movies.dat")), sep="::", engine="python", encoding="latin-1"');
  const bare = loadingCode({ ...FILE, file: 'ratings.dat', layout: { format: 'dat', zipped: false } });
  expect(bare).toContain('ratings = pd.read_csv(path, sep="::"');
  expect(bare).not.toContain('zipfile.ZipFile');
  const hundred = loadingCode({ ...FILE, layout: { format: 'u.data', zipped: true } });
  expect(hundred).toContain('find("u.data")), sep="\\t"');
  expect(hundred).toContain('find("u.item")), sep="|", encoding="latin-1"');
  expect(loadingCode({ ...FILE, layout: { format: 'json-lines', zipped: false } })).toContain('pd.read_json(path, lines=True)');
});

it('makes synthetic ratings up by the same plan', () => {
  const code = loadingCode({ ...FILE, kind: 'synthetic', file: null, sha256: null, layout: null });
  expect(code).not.toContain('path');
  expect(code).toContain('rng.choice(6040, 1000209');
  expect(code).toContain('user_ids, user_index');
});
