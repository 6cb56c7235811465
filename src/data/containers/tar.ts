import { LabError } from '../../core/errors.ts';
import { unreadable } from '../read-bytes.ts';
import { type ArchiveFile, type FileWords, splitPath } from './archive-file.ts';
import { piecesOfStream } from './blob-stream.ts';
import { TAR_BLOCK as BLOCK, isTar, numberAt, textIn } from './kinds.ts';

const MOST_FILES = 100_000;
const TEXT = new TextDecoder();

/** Bytes that are read from the front to the back: fewer than asked for at the end. */
interface ForwardBytes {
  read(from: number, length: number): Promise<Uint8Array>;
}

/** A file in a tar, and where. */
interface TarEntry {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
}

/** The files of a tar: folders and links left out, long names read as GNU tar and POSIX write them. Throws a LabError where it is damaged. */
async function tarEntries(bytes: ForwardBytes, { what, remedy }: FileWords): Promise<readonly TarEntry[]> {
  const entries: TarEntry[] = [];
  let longPath: string | null = null;
  for (let at = 0; entries.length < MOST_FILES; ) {
    const header = await bytes.read(at, BLOCK);
    if (header.length === 0 || header.every((byte) => byte === 0)) break;
    if (!isTar(header)) throw new LabError('data-not-zip', `${what} is a tar that is cut off or damaged.`, remedy);
    const size = numberAt(header, 124, 12);
    const offset = at + BLOCK;
    const kind = String.fromCharCode(header[156] as number);
    if (kind === 'L') longPath = textIn(await bytes.read(offset, Math.min(size, BLOCK * 8)));
    else if (kind === 'x') longPath = paxPath(TEXT.decode(await bytes.read(offset, Math.min(size, BLOCK * 64)))) ?? longPath;
    else {
      const prefix = textIn(header.subarray(345, 500));
      const path = longPath ?? `${isUstar(header) && prefix ? `${prefix}/` : ''}${textIn(header.subarray(0, 100))}`;
      if (kind === '0' || kind === '\0') entries.push({ path, offset, size });
      longPath = null;
    }
    at = offset + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

const isUstar = (header: Uint8Array): boolean => textIn(header.subarray(257, 262)) === 'ustar';

const paxPath = (records: string): string | null => /^\d+ path=(.*)$/m.exec(records)?.[1] ?? null;

/** The files of a tar that is not packed: each is a part of it. */
export async function tarFiles(tar: Blob, words: FileWords): Promise<readonly ArchiveFile[]> {
  const read = async (from: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(
      await tar
        .slice(from, from + length)
        .arrayBuffer()
        .catch(unreadable(words.what)),
    );
  return (await tarEntries({ read }, words)).map(({ path, offset, size }) => ({
    ...splitPath(path),
    size,
    pieces: () => partOf(tar.slice(offset, offset + size), size, words),
  }));
}

async function* partOf(part: Blob, size: number, { what, remedy }: FileWords): AsyncGenerator<Uint8Array, void> {
  if (part.size < size) throw new LabError('data-not-zip', `${what} is a tar that is cut off.`, remedy);
  try {
    yield* piecesOfStream(part.stream());
  } catch (cause) {
    unreadable(what)(cause);
  }
}

/** The files of a tar that is packed as a whole: to get at one, all before it is unpacked. */
export async function packedTarFiles(
  unpack: () => AsyncGenerator<Uint8Array, void>,
  words: FileWords,
): Promise<readonly ArchiveFile[]> {
  const entries = await tarEntries(forward(unpack()), words);
  return entries.map(({ path, offset, size }) => ({
    ...splitPath(path),
    size,
    pieces: () => cutOut(unpack(), offset, size, words),
  }));
}

function forward(pieces: AsyncGenerator<Uint8Array, void>): ForwardBytes {
  let piece = new Uint8Array();
  let start = 0; // of the piece in the whole
  const next = async (): Promise<boolean> => {
    const { value, done } = await pieces.next();
    start += piece.length;
    piece = (value ?? new Uint8Array()) as Uint8Array<ArrayBuffer>;
    return !done;
  };
  return {
    async read(from, length) {
      const result = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const at = from + filled - start;
        if (at >= piece.length) {
          if (!(await next())) break;
          continue;
        }
        const part = piece.subarray(at, at + length - filled);
        result.set(part, filled);
        filled += part.length;
      }
      return result.subarray(0, filled);
    },
  };
}

async function* cutOut(
  pieces: AsyncGenerator<Uint8Array, void>,
  offset: number,
  size: number,
  { what, remedy }: FileWords,
): AsyncGenerator<Uint8Array, void> {
  let at = 0;
  for await (const piece of pieces) {
    const from = Math.max(0, offset - at);
    const to = Math.min(piece.length, offset + size - at);
    if (to > from) yield piece.subarray(from, to);
    at += piece.length;
    if (at >= offset + size) return;
  }
  throw new LabError('data-not-zip', `${what} is a tar that is cut off.`, remedy);
}
