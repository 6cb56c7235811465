import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { DataSource } from '../../../core/data-source.ts';
import type { DataSetInfo } from '../../../core/kept-files.ts';
import { openTable } from '../../../data/preview/open-table.ts';
import { createMemoryBlobStore } from '../../../storage/memory-blob-store.ts';
import { withKeptFile } from './kept-files.ts';
import { createPreviews } from './previews.ts';

const storage = { store: createMemoryBlobStore<DataSetInfo>(), room: async () => null };
const sourceOf = (file: File): DataSource => ({ kind: 'file', file });
const TABLE = 'user,item,rating\n1,10,5\n2,11,3\n';

async function zipOf(files: Readonly<Record<string, string>>): Promise<File> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return new File([(await zip.generateAsync({ type: 'uint8array' })) as BlobPart], 'mine.zip');
}

describe('a preview', () => {
  test('is of the file, with what was said of it', async () => {
    const source = sourceOf(new File([TABLE], 'a.csv'));
    const previews = createPreviews({ storage, openTable });
    const found = await previews(source, {});
    expect([found.table, found.tables, found.ratings.map(({ user }) => user)]).toEqual(['a.csv', ['a.csv'], [1, 2]]);
    const swapped = await previews(source, { mapping: { user: 1, item: 0, rating: 2 } });
    expect(swapped.ratings.map(({ user }) => user)).toEqual([10, 11]);
  });

  test('is of the table in a container that would be read, or of any other', async () => {
    const source = sourceOf(await zipOf({ 'd/first.csv': TABLE, 'd/movies.csv': 'item,title\n10,Heat\n' }));
    const previews = createPreviews({ storage, openTable });
    expect(await previews(source, {})).toMatchObject({ table: 'd/first.csv', tables: ['d/first.csv', 'd/movies.csv'] });
    const titles = await previews(source, { tables: { paths: ['d/movies.csv'] } });
    expect([titles.table, titles.columns]).toEqual(['d/movies.csv', ['item', 'title']]);
  });

  test('is of the first of several that could be the ratings', async () => {
    const source = sourceOf(await zipOf({ 'a.csv': TABLE, 'b.csv': TABLE }));
    expect(await createPreviews({ storage, openTable })(source, {})).toMatchObject({
      table: 'a.csv',
      tables: ['a.csv', 'b.csv'],
    });
  });

  test('of another file is not that of the one before', async () => {
    const previews = createPreviews({ storage, openTable });
    await previews(sourceOf(new File([TABLE], 'a.csv')), {});
    expect((await previews(sourceOf(new File([`${TABLE}3,12,4\n`], 'a.csv')), {})).ratings).toHaveLength(3);
  });

  test('fails where nothing in the file is a table', async () => {
    await expect(createPreviews({ storage, openTable })(sourceOf(await zipOf({ 'a.pdf': 'x' })), {})).rejects.toMatchObject({
      code: 'data-no-ratings',
    });
  });
});

describe('a kept file', () => {
  const mapping = { user: 1, item: 0, rating: 2 };
  const info: DataSetInfo = {
    file: 'a.csv',
    sha256: null,
    url: null,
    fetchedAt: 1,
    mapping,
    answers: { tables: { paths: ['a.csv'] } },
  };

  test('is looked at like any other', async () => {
    await storage.store.put('x', info, new File([TABLE], 'a.csv'));
    expect((await createPreviews({ storage, openTable })({ kind: 'kept', id: 'x' }, {})).columns).toEqual([
      'user',
      'item',
      'rating',
    ]);
  });

  test('is read as it was, unless its columns or its format are said anew', async () => {
    await storage.store.put('x', info, new File([TABLE], 'a.csv'));
    const tables = { paths: ['a.csv'] };
    expect(await withKeptFile({ kind: 'kept', id: 'x' }, storage)).toMatchObject({ mapping, tables });
    const anew = await withKeptFile({ kind: 'kept', id: 'x', format: { skip: 1 } }, storage);
    expect(anew).toMatchObject({ mapping: undefined, format: { skip: 1 }, tables });
  });
});
