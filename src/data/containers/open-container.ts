import type { Container } from '../../core/data-source.ts';
import { LabError } from '../../core/errors.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import { BUNDLE_TYPE } from '../../core/file-bundle.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { type ArchiveFile, type FileWords, readHead, splitPath } from './archive-file.ts';
import { piecesOfStream } from './blob-stream.ts';
import { isGzip, isTar } from './kinds.ts';
import type { parquetFile } from './parquet.ts';
import type { sheetsOf } from './workbook.ts';
import { isZip, openArchive } from './zip.ts';

/** The files that one file stands for. */
export interface OpenedFile {
  readonly container: Container;
  readonly files: readonly ArchiveFile[];
}

/** JSZip reads a zip as a whole to find what is in it. */
const MOST_ZIP_BYTES = 2 ** 30;
const HEAD = 512;
/** What systems add. */
const HIDDEN = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;

/** Whether other files are in a file. Throws a LabError where it is unreadable, or a zip that is too large. */
export async function isContainer(file: File, words: FileWords): Promise<boolean> {
  const head = await readBytes(file.slice(0, HEAD), words.what);
  if (!isZip(head)) return isGzip(head) || isTar(head);
  if (file.size <= MOST_ZIP_BYTES) return true;
  const message = `${words.what} is larger than 1 GB, more than a tab can hold.`;
  throw new LabError('data-malformed', message, 'Open a smaller release, or the file of ratings alone.');
}

/**
 * Opens what a file holds: the files of a zip or a tar, packed or not, the one of a .gz, the sheets of a workbook, or the file itself.
 * Throws a LabError where it is damaged or unreadable.
 */
export async function openContainer(file: File, words: FileWords): Promise<OpenedFile> {
  const head = await readBytes(file.slice(0, HEAD), words.what);
  const visible = async (files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> =>
    (await Promise.all(files.filter(({ path }) => !HIDDEN.test(path)).map((inner) => unwrapped(inner, words)))).flat();
  if (isZip(head)) {
    const files = await openArchive(file, words);
    if (isWorkbook(files)) return { container: null, files: await sheets(files, file.name, words) };
    return { container: 'zip', files: await visible(files) };
  }
  if (isTar(head)) {
    const container = file.type === BUNDLE_TYPE ? 'files' : 'tar';
    return { container, files: await visible(await (await tar()).tarFiles(file, words)) };
  }
  if (isParquet(head)) return { container: null, files: [await parquet(file, splitPath(file.name), words)] };
  if (!isGzip(head)) return { container: null, files: [plainFile(file, words)] };
  const { gunzip, gzipFile } = await gzip();
  const inner = await gzipFile(file, file.name, words);
  if (!isTar(await readHead(inner, HEAD))) return { container: 'gzip', files: [inner] };
  return { container: 'tar', files: await visible(await (await tar()).packedTarFiles(() => gunzip(file, words), words)) };
}

const isWorkbook = (files: readonly ArchiveFile[]): boolean => files.some(({ path }) => path === 'xl/workbook.xml');
const isParquet = (head: Uint8Array): boolean => String.fromCharCode(...head.subarray(0, 4)) === 'PAR1';

const gzip = () => fetchPart(() => import('./gzip.ts'));
const tar = () => fetchPart(() => import('./tar.ts'));
const sheets: typeof sheetsOf = async (...of) => await (await fetchPart(() => import('./workbook.ts'))).sheetsOf(...of);
const parquet: typeof parquetFile = async (...of) => await (await fetchPart(() => import('./parquet.ts'))).parquetFile(...of);

/** A file that is no container. */
function plainFile(file: File, { what }: FileWords): ArchiveFile {
  const pieces = async function* (): AsyncGenerator<Uint8Array, void> {
    try {
      yield* piecesOfStream(file.stream());
    } catch (cause) {
      unreadable(what)(cause);
    }
  };
  return { ...splitPath(file.name), size: file.size, pieces };
}

/** What a file within a container holds, where it is one as well. */
async function unwrapped(file: ArchiveFile, words: FileWords): Promise<readonly ArchiveFile[]> {
  const own = { ...words, what: `“${file.name}”` };
  if (/\.gz$/i.test(file.name)) {
    const unpack = async function* (): AsyncGenerator<Uint8Array, void> {
      yield* (await gzip()).gunzip(await blobOf(file), own);
    };
    return [{ ...splitPath(file.path.replace(/\.gz$/i, '')), size: 0, pieces: unpack }];
  }
  if (/\.parquet$/i.test(file.name)) return [await parquet(await blobOf(file), file, own)];
  if (/\.xlsx$/i.test(file.name)) return await sheets(await openArchive(await blobOf(file), own), file.path, own);
  return [file];
}

async function blobOf(file: ArchiveFile): Promise<Blob> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return new Blob(pieces as BlobPart[]);
}
