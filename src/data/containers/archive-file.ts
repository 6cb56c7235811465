import { LabError } from '../../core/errors.ts';
import { concatenate } from '../concatenate.ts';

/** A file in a container, or alone. */
export interface ArchiveFile {
  /** With its folders. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Bytes unpacked, as the container declares them; 0 where it does not. */
  readonly size: number;
  /**
   * Unpacks piece by piece, each time from the beginning. Throws a LabError where the contents are not those that were packed, or far
   * too many, or where the container is no longer there.
   */
  pieces(): AsyncGenerator<Uint8Array, void>;
}

/** How sentences name a file, and what they advise where it is damaged. */
export interface FileWords {
  readonly what: string;
  readonly remedy: string;
}

/** Of a file that is held whole. */
const MOST_HELD_BYTES = 2 ** 28;

/** Folders may be parted as Windows does it. */
export function splitPath(written: string): Pick<ArchiveFile, 'path' | 'name'> {
  const path = written.replaceAll('\\', '/');
  return { path, name: path.split('/').at(-1) as string };
}

/** A file as a whole; reports 0 … 1. Throws a LabError as `pieces` does, and for more than a table of titles would have. */
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
        'Use a zip with a smaller file of titles.',
      );
    }
    onProgress(file.size > 0 ? Math.min(1, length / file.size) : 0);
  }
  return concatenate(pieces, length);
}

/** The first bytes of a file, at least so many where it has them. */
export async function readHead(file: ArchiveFile, least: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= least) break;
  }
  return concatenate(pieces, length);
}
