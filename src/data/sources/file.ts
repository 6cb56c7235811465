import { LabError } from '../../core/errors.ts';
import { type FileWords, isZip } from '../archive.ts';
import { canHash, sha256Of } from '../sha256.ts';

/** A zip is held whole. */
const MOST_BYTES = 2 ** 30;
/** Hashing takes a file whole; larger ones that are read piece by piece go without. */
const MOST_HASHED_BYTES = 2 ** 28;

/** How sentences name a visitor's file. */
export function wordsFor({ name }: File): FileWords {
  return { what: `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`, remedy: 'Get the file again, and open that copy.' };
}

/** The bytes of a zip; null for any other file, which is read piece by piece. Throws a LabError where it is too large or unreadable. */
export async function readZip(file: File): Promise<Uint8Array | null> {
  if (!isZip(await bytesOf(file, file.slice(0, 2)))) return null;
  if (file.size <= MOST_BYTES) return await bytesOf(file, file);
  const message = `${wordsFor(file).what} is larger than 1 GB, more than a tab can hold.`;
  throw new LabError('data-malformed', message, 'Open a smaller release, or the file of ratings alone.');
}

/** The SHA-256 of a file whose bytes may be there already; null where it is too large or the browser offers no hashing. */
export async function hashOf(file: File, bytes: Uint8Array | null): Promise<string | null> {
  if (!canHash() || (bytes === null && file.size > MOST_HASHED_BYTES)) return null;
  return await sha256Of(bytes ?? (await bytesOf(file, file)));
}

/** The file piece by piece. Throws a LabError where it is no longer what it was when it was picked. */
export async function* piecesOf(file: File): AsyncGenerator<Uint8Array, void> {
  const reader = file.stream().getReader();
  const read = () => reader.read().catch(unreadable(file));
  try {
    for (let piece = await read(); !piece.done; piece = await read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function bytesOf(file: File, part: Blob): Promise<Uint8Array> {
  return new Uint8Array(await part.arrayBuffer().catch(unreadable(file)));
}

function unreadable(file: File): (cause: unknown) => never {
  return (cause) => {
    const message = `${wordsFor(file).what} cannot be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new LabError('data-missing', message, 'It may have been moved or changed: open it again.', { cause });
  };
}
