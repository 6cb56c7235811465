import JSZip from 'jszip';
import { LabError } from '../core/errors.ts';
import { concatenate } from './concatenate.ts';
import { crc32 } from './crc32.ts';

/** A file in a zip. */
export interface ArchiveFile {
  /** With its folders. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Bytes unpacked, as the zip declares them. */
  readonly size: number;
  /**
   * Unpacks piece by piece, once: what was packed is let go. Throws a LabError where the contents are not those that the zip was
   * made of, or far too many.
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

const PIECE = 2 ** 16;
const STORED = '\x00\x00';
const NOTHING = new Uint8Array();

/** What JSZip's types leave out: a file as it was packed. */
interface Entry {
  readonly _data: {
    readonly crc32: number;
    readonly compressedSize: number;
    readonly uncompressedSize?: number;
    compressedContent: Uint8Array<ArrayBuffer>;
    readonly compression: { readonly magic: string };
  };
}

/** The files of a zip. Throws a LabError where the bytes are no zip or are cut off. */
export async function openArchive(bytes: Uint8Array, { what, remedy }: FileWords): Promise<readonly ArchiveFile[]> {
  if (bytes.length === 0) throw new LabError('data-not-zip', `${what} is empty.`, remedy);
  const zip = await JSZip.loadAsync(bytes).catch((cause: Error) => {
    throw new LabError('data-not-zip', `${what} ${whyNotOpened(bytes, cause)}.`, remedy, { cause });
  });
  return Object.values(zip.files)
    .filter((file) => !file.dir && !file.name.startsWith('__MACOSX/'))
    .map((file) => asArchiveFile(file.name, file as unknown as Entry, remedy));
}

/** Outside of `openArchive`, so that a file does not keep the whole zip in memory. */
function asArchiveFile(path: string, entry: Entry, remedy: string): ArchiveFile {
  const name = path.split('/').at(-1) as string;
  // Of an empty file JSZip keeps no such data.
  const size = entry._data.uncompressedSize ?? 0;
  return { path, name, size, pieces: () => unpack(entry, name, remedy) };
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

async function* unpack(entry: Entry, name: string, remedy: string): AsyncGenerator<Uint8Array, void> {
  const { compressedSize, uncompressedSize } = entry._data;
  if (uncompressedSize === undefined) return;
  const refuse = (problem: string, cause?: unknown): LabError =>
    new LabError('data-not-zip', `“${name}” in the zip ${problem}.`, remedy, { cause });
  const limit = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, compressedSize * MOST_TIMES));
  const tooLarge = 'unpacks to far more than a table would';
  if (uncompressedSize > limit) throw refuse(tooLarge);
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of streamOf(entry)) {
      length += piece.length;
      if (length > limit) throw refuse(tooLarge);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (cause) {
    throw cause instanceof LabError ? cause : refuse('is damaged', cause);
  }
  entry._data.compressedContent = NOTHING;
  if (sum !== entry._data.crc32 >>> 0) throw refuse('is damaged');
}

/** The contents as they were packed, unpacked by the browser: several times as fast as JSZip does it in JavaScript. */
async function* streamOf({ _data: { compressedContent, compression } }: Entry): AsyncGenerator<Uint8Array, void> {
  let at = 0;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      controller.enqueue(compressedContent.slice(at, at + PIECE));
      at += PIECE;
      if (at >= compressedContent.length) controller.close();
    },
  });
  const reader = (compression.magic === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
