import JSZip from 'jszip';
import { clamp } from '../core/clamp.ts';
import { LabError } from '../core/errors.ts';
import { concatenate } from './concatenate.ts';
import { crc32 } from './crc32.ts';
import { readBytes, unreadable } from './read-bytes.ts';

/** A file in a zip. */
export interface ArchiveFile {
  /** With its folders. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Bytes unpacked, as the zip declares them. */
  readonly size: number;
  /**
   * Unpacks piece by piece. Throws a LabError where the contents are not those that the zip was made of, or far too many, or
   * where the zip is no longer there.
   */
  pieces(): AsyncGenerator<Uint8Array, void>;
}

/** How sentences name a file, and what they advise where it is damaged. */
export interface FileWords {
  readonly what: string;
  readonly remedy: string;
}

/** Real tables shrink to a fifth. Deflate can make a thousand of one byte, which is what a bomb does. */
const MOST_TIMES = 200;
/** Below this much nothing is a bomb. */
const HARMLESS_BYTES = 2 ** 26;
const MOST_BYTES = 2 ** 33;
/** Of a file that is held whole. */
const MOST_HELD_BYTES = 2 ** 28;

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
function asArchiveFile(path: string, { _data }: Entry, zip: Blob, words: FileWords): ArchiveFile {
  const name = path.split('/').at(-1) as string;
  const { uncompressedSize: size, compressedContent, compression, crc32 } = _data;
  if (size === undefined) return { path, name, size: 0, pieces: async function* () {} };
  const { byteOffset, length } = compressedContent;
  const bytes = zip.slice(byteOffset, byteOffset + length);
  const packed = { name, bytes, isDeflated: compression.magic !== STORED, size, crc32: crc32 >>> 0 };
  return { path, name, size, pieces: () => unpack(packed, words) };
}

/** A file of a zip as a whole; reports 0 … 1. Throws a LabError as `pieces` does, and for more than a table of titles would have. */
export async function readWhole(file: ArchiveFile, onProgress: (share: number) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_HELD_BYTES) {
      throw new LabError(
        'data-malformed',
        `“${file.name}” in the zip is larger than 256 MB.`,
        'Use a zip whose titles take less.',
      );
    }
    onProgress(Math.min(1, length / file.size));
  }
  return concatenate(pieces, length);
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"

function whyNotOpened(bytes: Uint8Array, { message }: Error): string {
  if (!isZip(bytes)) return 'is not a zip';
  return /encrypted/i.test(message) ? 'is protected by a password' : 'is a zip that is cut off or damaged';
}

async function* unpack(packed: Packed, { what, remedy }: FileWords): AsyncGenerator<Uint8Array, void> {
  const refuse = (problem: string, cause?: unknown): LabError =>
    new LabError('data-not-zip', `“${packed.name}” in the zip ${problem}.`, remedy, { cause });
  const limit = clamp(packed.bytes.size * MOST_TIMES, HARMLESS_BYTES, MOST_BYTES);
  const tooLarge = 'unpacks to far more than a table would';
  if (packed.size > limit) throw refuse(tooLarge);
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of streamOf(packed)) {
      length += piece.length;
      if (length > limit) throw refuse(tooLarge);
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

/** The contents as they were packed, unpacked by the browser: several times as fast as JSZip does it in JavaScript. */
async function* streamOf({ bytes, isDeflated }: Packed): AsyncGenerator<Uint8Array, void> {
  const stream = bytes.stream();
  const reader = (isDeflated ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
