import { LabError } from '../../core/errors.ts';
import { type FileWords, isZip } from '../archive.ts';
import { readBytes, unreadable } from '../read-bytes.ts';
import { canHash, sha256Of } from '../sha256.ts';

/** JSZip reads a zip as a whole to find what is in it. */
const MOST_BYTES = 2 ** 30;
/** Hashing takes a file whole; larger ones that are read piece by piece go without. */
const MOST_HASHED_BYTES = 2 ** 28;

/** How sentences name a visitor's file. */
export function wordsFor({ name }: File): FileWords {
  return { what: `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`, remedy: 'Get the file again, and open that copy.' };
}

/** Whether a file is a zip. Throws a LabError where it is one that is too large, or unreadable. */
export async function isZipFile(file: File): Promise<boolean> {
  const { what } = wordsFor(file);
  if (!isZip(await readBytes(file.slice(0, 2), what))) return false;
  if (file.size <= MOST_BYTES) return true;
  const message = `${what} is larger than 1 GB, more than a tab can hold.`;
  throw new LabError('data-malformed', message, 'Open a smaller release, or the file of ratings alone.');
}

/** The SHA-256 of a file; null where it is too large or the browser offers no hashing. */
export async function hashOf(file: File, zipped: boolean): Promise<string | null> {
  if (!canHash() || (!zipped && file.size > MOST_HASHED_BYTES)) return null;
  return await sha256Of(await readBytes(file, wordsFor(file).what));
}

/** The file piece by piece. Throws a LabError where it is no longer what it was when it was picked. */
export async function* piecesOf(file: File): AsyncGenerator<Uint8Array, void> {
  const reader = file.stream().getReader();
  const read = () => reader.read().catch(unreadable(wordsFor(file).what));
  try {
    for (let piece = await read(); !piece.done; piece = await read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
