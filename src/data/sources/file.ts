import { BUNDLE_TYPE } from '../../core/file-bundle.ts';
import type { FileWords } from '../containers/archive-file.ts';
import { readBytes } from '../read-bytes.ts';
import { canHash, sha256Of } from '../sha256.ts';

/** Hashing takes a file whole; larger ones that are read piece by piece go without. */
const MOST_HASHED_BYTES = 2 ** 28;
const MOST_PACKED_BYTES = 2 ** 30;

/** How sentences name a visitor's file. */
export function wordsFor({ name }: File): FileWords {
  return { what: `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`, remedy: 'Get the file again, and open that copy.' };
}

/** The SHA-256 of a file; null where it is too large or several, or the browser offers no hashing. */
export async function hashOf(file: File, isPacked: boolean): Promise<string | null> {
  if (!canHash() || file.type === BUNDLE_TYPE || file.size > (isPacked ? MOST_PACKED_BYTES : MOST_HASHED_BYTES)) return null;
  return await sha256Of(await readBytes(file, wordsFor(file).what));
}
