import { LabError } from '../../core/errors.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import type { FilePreview } from '../../core/table-preview.ts';
import type { TablesChoice } from '../../core/tables-question.ts';
import { type ArchiveFile, readHead } from '../containers/archive-file.ts';
import { type OpenedFile, openContainer } from '../containers/open-container.ts';
import { findTables } from '../find-tables.ts';
import { HEAD } from '../formats/head-lines.ts';
import { isTable } from '../grouplens-tables.ts';
import type { LoadableSource } from '../load.ts';
import { wordsFor } from '../sources/file.ts';

/** The beginning of the table in a file that would be read. */
export interface OpenedTable extends Pick<FilePreview, 'table' | 'tables'> {
  readonly name: string;
  readonly head: Uint8Array;
}

/** Opens the table that loading would read, or ask about first. Throws a LabError where the file has none, or cannot be opened. */
export async function openTable(source: LoadableSource, chosen: TablesChoice | undefined): Promise<OpenedTable> {
  const file = await fileOf(source);
  const opened = await openContainer(file, wordsFor(file));
  const table = await tableIn(opened, file, chosen);
  const tables = opened.files.filter((inner) => inner === table || isTable(inner));
  const head = await readHead(table, HEAD);
  return { table: table.path, name: table.name, tables: tables.map(({ path }) => path), head };
}

async function tableIn(opened: OpenedFile, file: File, chosen: TablesChoice | undefined): Promise<ArchiveFile> {
  const named = (path: string | undefined): ArchiveFile | undefined => opened.files.find((inner) => inner.path === path);
  const picked = named(chosen?.paths[0]);
  if (picked) return picked;
  try {
    const [first] = (await findTables(opened, file, wordsFor(file), chosen)).ratings;
    return first as ArchiveFile;
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    const first = named(thrown.tables?.tables[0]?.path) ?? opened.files.find(isTable);
    if (first) return first;
    throw thrown;
  }
}

/** What was fetched last is still at hand. */
async function fileOf(source: LoadableSource): Promise<File> {
  if (source.kind === 'file') return source.file;
  if (source.kind !== 'url') throw new RangeError(`There is no format to choose of ${source.kind} data`);
  const { fetchFromUrl } = await fetchPart(() => import('../sources/url.ts'));
  return await fetchFromUrl(source.url, source.pageUrl, { onTransfer: () => {}, signal: new AbortController().signal });
}
