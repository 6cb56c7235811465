import { LabError } from '../../core/errors.ts';
import type { FileWords } from '../archive.ts';

const MOST_BYTES = 2 ** 30;

/** How sentences name a visitor's file. */
export function wordsFor({ name }: File): FileWords {
  return { what: `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`, remedy: 'Get the file again, and open that copy.' };
}

/** Reads a file whole. Throws a LabError where it is too large, or is no longer what it was when it was picked. */
export async function readFile(file: File): Promise<Uint8Array> {
  const { what } = wordsFor(file);
  if (file.size > MOST_BYTES) {
    const message = `${what} is larger than 1 GB, more than a tab can hold.`;
    throw new LabError('data-malformed', message, 'Open a smaller release, or a part of the ratings.');
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    const message = `${what} cannot be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new LabError('data-missing', message, 'It may have been moved or changed: open it again.', { cause });
  }
}
