import { describe, expect, test } from 'vitest';
import type { FilePreview } from '../../../core/table-preview.ts';
import { answersToRead, withColumn, withFormat, withRowContents } from './answers.ts';

const TABLES = { paths: ['a.csv'] };
const PREVIEW: FilePreview = {
  kind: 'table',
  format: { encoding: 'utf-8', separator: ',', carriageReturns: false, skip: 0, hasHeader: true, decimal: '.', time: 'plain' },
  encodingSign: 'valid',
  columns: ['a', 'b', 'c', 'd'],
  sample: [],
  mapping: { user: 0, item: 1, rating: 2 },
  wide: null,
  isGuess: false,
  ratings: [],
  notes: [],
  problem: null,
  table: 'a.csv',
  tables: ['a.csv'],
};

describe('a part of the format', () => {
  test('leaves what else was said', () => {
    const said = { tables: TABLES, mapping: { user: 1 }, format: { skip: 2 } };
    expect(withFormat(said, { hasHeader: false })).toEqual({ ...said, format: { skip: 2, hasHeader: false } });
  });

  test('that is another separator makes other columns', () => {
    const said = { tables: TABLES, mapping: { user: 1 }, format: { skip: 2, time: 'year', decimal: ',' } } as const;
    expect(withFormat(said, { separator: ';' })).toEqual({ tables: TABLES, format: { skip: 2, separator: ';' } });
  });
});

describe('a column', () => {
  const { mapping } = PREVIEW;

  test('that nothing stood for', () => {
    expect(withColumn({}, mapping, 'rating', 3).mapping).toEqual({ user: 0, item: 1, rating: 3 });
  });

  test('is held by one part alone: the other gets the one that is free', () => {
    expect(withColumn({}, mapping, 'rating', 1).mapping).toEqual({ user: 0, item: 2, rating: 1 });
    expect(withColumn({}, mapping, 'title', 1).mapping).toEqual({ user: 0, rating: 2, title: 1 });
  });

  test('is given up', () => {
    expect(withColumn({}, { ...mapping, title: 3 }, 'title', undefined).mapping).toEqual(mapping);
  });

  test('of other times has another format', () => {
    const said = { format: { time: 'year' } } as const;
    expect(withColumn(said, { ...mapping, timestamp: 3 }, 'user', 3).format).toEqual({});
    expect(withColumn(said, mapping, 'user', 3).format).toEqual(said.format);
  });
});

test('a row is one rating, or all of a user or an item', () => {
  const wide = { rows: 'users', label: null, first: 2, blank: 99 } as const;
  expect(withRowContents({ mapping: { user: 1 } }, 'items', wide)).toMatchObject({ wide: { ...wide, rows: 'items' } });
  expect(withRowContents({}, 'users', null).wide).toEqual({ rows: 'users', label: 0, first: 1, blank: null });
  expect(withRowContents({ wide }, 'rating', wide)).toEqual({ mapping: {} });
});

describe('loading is told', () => {
  const nothing = { tables: undefined, mapping: undefined, wide: undefined, format: {} };

  test('nothing that is known without', () => {
    expect(answersToRead({}, PREVIEW)).toEqual(nothing);
    expect(answersToRead({ tables: TABLES, format: { skip: 1 } }, PREVIEW)).toEqual({
      ...nothing,
      tables: TABLES,
      format: { skip: 1 },
    });
  });

  test('the columns, where they were chosen or are a guess', () => {
    const { mapping } = PREVIEW;
    expect(answersToRead({ mapping }, PREVIEW)).toEqual({ ...nothing, mapping });
    expect(answersToRead({}, { ...PREVIEW, isGuess: true })).toEqual({ ...nothing, mapping });
  });

  test('nothing while one is missing', () => {
    expect(answersToRead({ mapping: { user: 0 } }, { ...PREVIEW, mapping: { user: 0 } })).toBeNull();
  });

  test('that the table is wide', () => {
    const wide = { rows: 'users', label: 0, first: 1, blank: null } as const;
    expect(answersToRead({}, { ...PREVIEW, mapping: {}, wide, isGuess: true })).toEqual({ ...nothing, wide });
  });
});
