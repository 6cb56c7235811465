import type { DataSource } from '../../../core/data-source.ts';
import type { AnswersSoFar, FilePreview } from '../../../core/table-preview.ts';
import type { OpenedTable } from '../../../data/preview/open-table.ts';
import { previewTable } from '../../../data/preview/preview-table.ts';
import type { BenchParts } from '../../../lab/bench.ts';
import { withKeptFile } from './kept-files.ts';

/** Reads the beginning of a file by what was said of it so far. Throws a LabError where it cannot be opened. */
export type Previews = (source: DataSource, answers: AnswersSoFar) => Promise<FilePreview>;

/** The table that was opened last is kept at hand: with each answer it is looked at again. */
export function createPreviews({ storage, openTable }: Pick<BenchParts, 'storage' | 'openTable'>): Previews {
  let last: { readonly key: string; readonly opened: OpenedTable } | null = null;
  const openedFor = async (source: DataSource, tables: AnswersSoFar['tables']): Promise<OpenedTable> => {
    const key = JSON.stringify([keyOf(source), tables?.paths]);
    if (last?.key !== key) last = { key, opened: await openTable(await withKeptFile(source, storage), tables) };
    return last.opened;
  };
  return async (source, answers) => {
    const { table, tables, name, head } = await openedFor(source, answers.tables);
    return { ...previewTable(head, name, answers), table, tables };
  };
}

/** What tells files apart, none of which can have been altered under the same key. */
function keyOf(source: DataSource): unknown {
  if (source.kind !== 'file') return source;
  const { name, size, lastModified, type } = source.file;
  return [name, size, lastModified, type];
}
