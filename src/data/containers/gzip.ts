import { LabError } from '../../core/errors.ts';
import { unreadable } from '../read-bytes.ts';
import type { ArchiveFile, FileWords } from './archive-file.ts';
import { splitPath } from './archive-file.ts';
import { piecesOfStream, unpacked } from './blob-stream.ts';
import { mostUnpacked, TOO_LARGE } from './limits.ts';

/** The file in a .gz. Its size is what the last four bytes say, where that can be. */
export async function gzipFile(bytes: Blob, name: string, words: FileWords): Promise<ArchiveFile> {
  const tail = new DataView(await bytes.slice(-4).arrayBuffer().catch(unreadable(words.what)));
  const declared = tail.byteLength === 4 ? tail.getUint32(0, true) : 0;
  const size = declared >= bytes.size && declared <= mostUnpacked(bytes.size) ? declared : 0;
  const inside = splitPath(name.replace(/\.(gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar'));
  return { ...inside, size, pieces: () => gunzip(bytes, words) };
}

/** Unpacks piece by piece. Throws a LabError where it is damaged or far too large. */
export async function* gunzip(bytes: Blob, { what, remedy }: FileWords): AsyncGenerator<Uint8Array, void> {
  const refuse = (problem: string, cause?: unknown): LabError =>
    new LabError('data-not-zip', `${what} ${problem}.`, remedy, { cause });
  const limit = mostUnpacked(bytes.size);
  let length = 0;
  try {
    for await (const piece of piecesOfStream(unpacked(bytes, 'gzip'))) {
      length += piece.length;
      if (length > limit) throw refuse(TOO_LARGE);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof LabError) throw cause;
    if (cause instanceof DOMException) unreadable(what)(cause);
    throw refuse('is cut off or damaged', cause);
  }
}
