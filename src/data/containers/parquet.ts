import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { clamp } from '../../core/clamp.ts';
import { LabError } from '../../core/errors.ts';
import type { ArchiveFile, FileWords } from './archive-file.ts';
import { csvLines } from './csv-text.ts';

/** What is decoded of a row group at once. */
const ROWS = 2 ** 17;

/** A Parquet file as the CSV of all of its columns. Throws a LabError where it is damaged, as reading its pieces does. */
export async function parquetFile(
  bytes: Blob,
  { path, name }: Pick<ArchiveFile, 'path' | 'name'>,
  words: FileWords,
): Promise<ArchiveFile> {
  // What a damaged file names may lie anywhere.
  const within = (place: number): number => clamp(Number.isFinite(place) ? Math.floor(place) : 0, 0, bytes.size);
  const file: AsyncBuffer = {
    byteLength: bytes.size,
    slice: (start, end = bytes.size) => bytes.slice(within(start), within(end)).arrayBuffer(),
  };
  const metadata = await guarded(words, () => parquetMetadataAsync(file));
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = Number(metadata.num_rows);
  const pieces = async function* (): AsyncGenerator<Uint8Array, void> {
    yield csvLines([columns]);
    for (const [rowStart, rowEnd] of stretches(metadata, rows)) {
      const values: unknown[][] = [];
      // One after the other: of several that fail at once, only one would be heard.
      for (const column of columns) {
        const options = { file, metadata, compressors, rowStart, rowEnd, columns: [column] };
        const rows = await guarded(words, () => parquetReadObjects(options));
        values.push(rows.map((row) => row[column]));
      }
      yield csvLines(Array.from({ length: rowEnd - rowStart }, (_, row) => values.map((column) => column[row])));
    }
  };
  return { path, name, size: 0, pieces };
}

/** Row groups, the large ones in parts. */
function* stretches({ row_groups: groups }: FileMetaData, rows: number): Generator<readonly [from: number, to: number]> {
  let start = 0;
  for (const { num_rows: count } of groups) {
    const end = Math.min(rows, start + Number(count));
    for (let from = start; from < end; from += ROWS) yield [from, Math.min(end, from + ROWS)];
    start = end;
  }
}

async function guarded<Result>({ what, remedy }: FileWords, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new LabError('data-not-zip', `${what} is a damaged Parquet file, or packed in an unknown way.`, remedy, { cause });
  }
}
