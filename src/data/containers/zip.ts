import { LabError } from '../../core/errors.ts';
import { crc32 } from '../crc32.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { type ArchiveFile, type FileWords, splitPath } from './archive-file.ts';
import { piecesOfStream, unpacked } from './blob-stream.ts';
import { mostUnpacked, TOO_LARGE } from './limits.ts';
import { zipEntries } from './zip-directory.ts';
import { EncryptedZip, type ZipEntry } from './zip-entry.ts';

/** A file as it was packed, and where in the zip: the zip itself can be let go. */
interface Packed {
  readonly name: string;
  readonly bytes: Blob;
  readonly isDeflated: boolean;
  readonly size: number;
  readonly crc32: number;
}

/** The files of a zip. Throws a LabError where it is no zip, is cut off, or cannot be read. */
export async function openArchive(zip: Blob, words: FileWords): Promise<readonly ArchiveFile[]> {
  const { what, remedy } = words;
  if (zip.size === 0) throw new LabError('data-not-zip', `${what} is empty.`, remedy);
  const bytes = await readBytes(zip, what);
  try {
    return zipEntries(bytes)
      .filter(({ isFolder, path }) => !isFolder && !path.startsWith('__MACOSX/'))
      .map((entry) => asArchiveFile(entry, zip, words));
  } catch (cause) {
    throw new LabError('data-not-zip', `${what} ${whyNotOpened(bytes, cause)}.`, remedy, { cause });
  }
}

/** Outside of `openArchive`, so that a file does not keep the bytes of the whole zip in memory. */
function asArchiveFile(entry: ZipEntry, zip: Blob, words: FileWords): ArchiveFile {
  const { isDeflated, size, crc32 } = entry;
  const { path, name } = splitPath(entry.path);
  const packed = { name, bytes: zip.slice(entry.start, entry.end), isDeflated, size, crc32 };
  return { path, name, size, pieces: () => unpack(packed, words) };
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"

function whyNotOpened(bytes: Uint8Array, cause: unknown): string {
  if (!isZip(bytes)) return 'is not a zip';
  return cause instanceof EncryptedZip ? 'is protected by a password' : 'is a zip that is cut off or damaged';
}

async function* unpack(packed: Packed, { what, remedy }: FileWords): AsyncGenerator<Uint8Array, void> {
  const refuse = (problem: string, cause?: unknown): LabError =>
    new LabError('data-not-zip', `“${packed.name}” in the zip ${problem}.`, remedy, { cause });
  const limit = mostUnpacked(packed.bytes.size);
  if (packed.size > limit) throw refuse(TOO_LARGE);
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of streamOf(packed)) {
      length += piece.length;
      if (length > limit) throw refuse(TOO_LARGE);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof LabError) throw cause;
    // What the browser cannot read, rather than what it cannot unpack.
    if (cause instanceof DOMException) unreadable(what)(cause);
    throw refuse('is damaged', cause);
  }
  if (sum !== packed.crc32) throw refuse('is damaged');
}

/** The contents as they were before they were packed. */
const streamOf = ({ bytes, isDeflated }: Packed): AsyncGenerator<Uint8Array, void> =>
  piecesOfStream(isDeflated ? unpacked(bytes, 'deflate-raw') : bytes.stream());
