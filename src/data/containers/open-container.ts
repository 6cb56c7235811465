import type { Container } from '../../core/data-source.ts';
import { LabError } from '../../core/errors.ts';
import { BUNDLE_TYPE } from '../../core/file-bundle.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { type ArchiveFile, type FileWords, readHead, splitPath } from './archive-file.ts';
import { piecesOfStream } from './blob-stream.ts';
import { gunzip, gzipFile, isGzip } from './gzip.ts';
import { isTar, packedTarFiles, tarFiles } from './tar.ts';
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
 * Opens what a file holds: the files of a zip or a tar, packed or not, the one of a .gz, or the file itself. Throws a LabError where it
 * is damaged or unreadable.
 */
export async function openContainer(file: File, words: FileWords): Promise<OpenedFile> {
  const head = await readBytes(file.slice(0, HEAD), words.what);
  const visible = async (files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> =>
    await Promise.all(files.filter(({ path }) => !HIDDEN.test(path)).map((inner) => withoutGzip(inner, words)));
  if (isZip(head)) return { container: 'zip', files: await visible(await openArchive(file, words)) };
  if (isTar(head)) {
    const container = file.type === BUNDLE_TYPE ? 'files' : 'tar';
    return { container, files: await visible(await tarFiles(file, words)) };
  }
  if (!isGzip(head)) return { container: null, files: [plainFile(file, words)] };
  const inner = await gzipFile(file, file.name, words);
  if (!isTar(await readHead(inner, HEAD))) return { container: 'gzip', files: [inner] };
  return { container: 'tar', files: await visible(await packedTarFiles(() => gunzip(file, words), words)) };
}

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

/** A file that was packed once more within its container. */
async function withoutGzip(file: ArchiveFile, words: FileWords): Promise<ArchiveFile> {
  if (!/\.gz$/i.test(file.name)) return file;
  const unpack = async function* (): AsyncGenerator<Uint8Array, void> {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces()) pieces.push(piece);
    yield* gunzip(new Blob(pieces as BlobPart[]), { ...words, what: `“${file.name}”` });
  };
  return { ...splitPath(file.path.replace(/\.gz$/i, '')), size: 0, pieces: unpack };
}
