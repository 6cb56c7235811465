import JSZip from 'jszip';
import { LabError } from '../../core/errors.ts';
import { crc32 } from '../crc32.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { type ArchiveFile, type FileWords, splitPath } from './archive-file.ts';
import { piecesOfStream, unpacked } from './blob-stream.ts';
import { mostUnpacked, TOO_LARGE } from './limits.ts';

const STORED = '\x00\x00';

/** What JSZip's types leave out: a file as it was packed. Of an empty one JSZip keeps no such data. */
interface Entry {
  readonly _data: {
    readonly crc32: number;
    readonly compressedSize: number;
    readonly uncompressedSize?: number;
    /** A part of the zip. */
    readonly compressedContent: Uint8Array;
    readonly compression: { readonly magic: string };
  };
}

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
  const { files } = await JSZip.loadAsync(bytes).catch((cause: Error) => {
    throw new LabError('data-not-zip', `${what} ${whyNotOpened(bytes, cause)}.`, remedy, { cause });
  });
  return Object.values(files)
    .filter((file) => !file.dir && !file.name.startsWith('__MACOSX/'))
    .map((file) => asArchiveFile(file.name, file as unknown as Entry, zip, words));
}

/** Outside of `openArchive`, so that a file does not keep the bytes of the whole zip in memory. */
function asArchiveFile(written: string, { _data }: Entry, zip: Blob, words: FileWords): ArchiveFile {
  const { path, name } = splitPath(written);
  const { uncompressedSize: size, compressedContent, compression, crc32 } = _data;
  if (size === undefined) return { path, name, size: 0, pieces: async function* () {} };
  const { byteOffset, length } = compressedContent;
  const bytes = zip.slice(byteOffset, byteOffset + length);
  const packed = { name, bytes, isDeflated: compression.magic !== STORED, size, crc32: crc32 >>> 0 };
  return { path, name, size, pieces: () => unpack(packed, words) };
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"

function whyNotOpened(bytes: Uint8Array, { message }: Error): string {
  if (!isZip(bytes)) return 'is not a zip';
  return /encrypted/i.test(message) ? 'is protected by a password' : 'is a zip that is cut off or damaged';
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
