import { describe, expect, it, test } from 'vitest';
import type { DataLayout } from '../../../core/data-source.ts';
import type { TableFormat } from '../../../core/table-format.ts';
import { loadingCode } from './code.ts';
import type { CodeData } from './code-data.ts';

const FORMAT: TableFormat = {
  encoding: 'utf-8',
  separator: ',',
  carriageReturns: false,
  skip: 0,
  hasHeader: true,
  decimal: '.',
  time: 'plain',
};
const GROUPLENS: DataLayout = {
  format: 'table',
  container: 'zip',
  file: 'ratings.csv',
  hasTitles: true,
  hasUsers: false,
  columns: {
    header: ['userId', 'movieId', 'rating', 'timestamp'],
    at: { user: 0, item: 1, rating: 2, timestamp: 3 },
    format: FORMAT,
  },
};
const FILE: CodeData = {
  kind: 'file',
  file: 'ml-latest.zip',
  sha256: 'abc123',
  layout: GROUPLENS,
  users: 6040,
  movies: 3706,
  ratings: 1_000_209,
  scale: { min: 1, max: 5, step: 1 },
  words: { item: 'movie', items: 'movies', unit: 'star', units: 'stars' },
  notes: [],
  firstTimestamp: 900_000_000,
  firstUserId: 1,
  firstMovieId: 1,
};
const codeOf = (change: Partial<CodeData>, layout: Partial<DataLayout> = {}): string =>
  loadingCode({ ...FILE, layout: { ...GROUPLENS, ...layout }, ...change });

it('names the file that was loaded and checks its hash', () => {
  const code = loadingCode(FILE);
  expect(code).toContain('path = "ml-latest.zip"');
  expect(code).toContain('.hexdigest() == "abc123"');
  expect(code).toContain('pd.read_csv(archive.open(find("ratings.csv")))');
  expect(code).toContain('catalogue = pd.read_csv(archive.open(find("movies.csv")))');
});

it('cannot be broken out of by what a file is called, nor its columns', () => {
  expect(codeOf({ file: '"; import os' })).toContain('path = "\\"; import os"');
  expect(codeOf({}, { file: '"); import os' })).toContain('find("\\"); import os")');
  const keys = { user: '"; import os', item: 'b', rating: 'c' };
  expect(codeOf({ firstTimestamp: null }, { format: 'json-lines', container: null, columns: keys })).toContain(
    '"\\"; import os"',
  );
});

it('checks nothing where there is no hash to compare with', () => {
  expect(codeOf({ sha256: null })).not.toMatch(/assert|hashlib/);
});

it('asks for the data where there is none', () => {
  expect(loadingCode(null)).toMatch(/^# .*load it first\.\n$/);
});

describe('reads the layout that the file has', () => {
  test('MovieLens 1M, with titles and users', () => {
    const code = codeOf({}, { format: 'dat', file: 'ratings.dat', hasUsers: true, columns: null });
    expect(code).toContain('find("ratings.dat")), sep="::"');
    expect(code).toContain('find("movies.dat")');
    expect(code).toContain('56: "56 and over"');
    expect(code).toContain('"unemployed", "writer"');
  });

  test('a bare ratings.dat, whose movies go by their ids', () => {
    const code = codeOf(
      { file: 'ratings.dat' },
      { format: 'dat', file: 'ratings.dat', container: null, hasTitles: false, columns: null },
    );
    expect(code).toContain('ratings = pd.read_csv(path, sep="::"');
    expect(code).toContain('"Movie " + ratings.movieId.astype(str)');
    expect(code).not.toContain('zipfile');
  });

  test('MovieLens 100K', () => {
    const code = codeOf({}, { format: 'u.data', file: 'u.data', hasUsers: true, columns: null });
    expect(code).toContain('find("u.data")), sep="\\t"');
    expect(code).toContain('find("u.item")), sep="|", encoding="latin-1"');
    expect(code).toContain('find("u.user")');
  });

  test("a table of one's own, by the places of its columns", () => {
    const at = { user: 2, item: 0, rating: 1, title: 3 };
    const own = {
      container: null,
      hasTitles: false,
      columns: { header: null, at, format: { ...FORMAT, separator: ';', hasHeader: false } },
    } as const;
    const code = codeOf({ firstTimestamp: null, firstUserId: 'anna' }, own);
    expect(code).toContain('pd.read_csv(path, sep=";", header=None, dtype=str');
    expect(code).toContain('.iloc[:, [2, 0, 1, 3]].set_axis(["userId", "movieId", "rating", "title"], axis=1)');
    expect(code).toContain('ratings.astype({"movieId": float}).astype({"movieId": int})');
    expect(code).toContain('catalogue = ratings.groupby("movieId")[["title"]].first()');
    expect(code).not.toContain('timestamp');
  });

  test('a table with a row for each user', () => {
    const wide = { rows: 'users', label: 0, first: 1, blank: 99 } as const;
    const code = codeOf(
      { firstTimestamp: null },
      { format: 'wide', container: null, hasTitles: false, columns: { wide, format: { ...FORMAT, separator: '\t' } } },
    );
    expect(code).toContain('table = pd.read_csv(path, sep="\\t")');
    expect(code).toContain('.replace(99, np.nan)');
    expect(code).toContain('.rename_axis(["userId", "movieId"])');
  });

  test('Netflix’ blocks, in several files of a tar', () => {
    const code = codeOf(
      {},
      { format: 'blocks', container: 'tar', file: 'a.txt', more: ['b.txt'], hasTitles: false, columns: null },
    );
    expect(code).toContain('with tarfile.open(path) as archive:');
    expect(code).toContain('pd.read_csv(archive.extractfile(find("b.txt")), names=');
    expect(code).toContain('ratings = pd.concat([more, ratings])');
  });

  test('the files of a split', () => {
    const code = codeOf({}, { file: 'train.csv', more: ['test.csv'], parts: ['train', 'test'] });
    expect(code).toMatch(/"train.csv"\)\)\)\n {4}ratings\["part"\] = "train"/);
    expect(code).toMatch(/"test.csv"\)\)\)\n {4}ratings\["part"\] = "test"\n {4}ratings = pd.concat/);
  });

  test('titles of one’s own beside ratings that were opened with them', () => {
    const titles = { file: 'books.csv', format: { ...FORMAT, encoding: 'windows-1252' }, at: { item: 0, title: 2 } } as const;
    const code = codeOf({}, { container: 'files', titles });
    expect(code).toContain('pd.read_csv(open("ratings.csv", "rb"))');
    expect(code).toContain('pd.read_csv(open("books.csv", "rb"), encoding="windows-1252").iloc[:, [0, 2]]');
  });

  test('JSON lines, by their keys', () => {
    const columns = { user: 'reviewer', item: 'asin', rating: 'overall', timestamp: 'at' };
    const code = codeOf({ firstMovieId: 'B0' }, { format: 'json-lines', container: null, hasTitles: false, columns });
    expect(code).toContain('pd.read_json(path, lines=True');
    expect(code).toContain('[["reviewer", "asin", "overall", "at"]]');
    expect(code).toContain('{"title": ratings.movieId, "genres": ""}');
  });
});

it('leaves out what the load left out, and nothing otherwise', () => {
  const note = (kind: CodeData['notes'][number]['kind']) => ({ kind, count: 1, rule: '' });
  const code = codeOf({ notes: [note('out-of-scale'), note('duplicate-ratings'), note('duplicate-movies')] });
  expect(code).toContain('ratings.rating.between(1, 5)');
  expect(code).toContain('keep="last"');
  expect(code).toContain('catalogue.index.duplicated()');
  expect(codeOf({})).not.toMatch(/between|keep=|duplicated/);
});

it('makes synthetic ratings up by the same plan, times and titles included', () => {
  const code = loadingCode({ ...FILE, kind: 'synthetic', file: null, sha256: null, layout: null });
  expect(code).not.toContain('path');
  expect(code).toContain('rng.choice(3706, count, replace=False');
  expect(code).toContain('ratings["timestamp"]');
  expect(code).toContain('Synthetic movie');
});
