import JSZip from 'jszip';
import { LabError } from '../core/errors.ts';
import { concatenate } from './concatenate.ts';

/** The files of a data set that are read, by the last part of their path. */
export interface Archive {
  /** The bytes of the first file with this name, in whatever folder; null where there is none. Reports 0 … 1. */
  read(name: string, onProgress: (share: number) => void): Promise<Uint8Array | null>;
  readonly names: readonly string[];
}

/** How sentences name a file, and what they advise where it is damaged. */
export interface FileWords {
  readonly what: string;
  readonly remedy: string;
}

/** A tab has about four times as much memory. */
const MOST_BYTES = 2 ** 30;

/** Part of JSZip's documented interface, but not of its types. */
interface Streamed {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
}

/**
 * Opens a zip. Throws a LabError where the bytes are no zip or are cut off; with `checkSums` also where the contents are not
 * those that the zip was made of, at the price of unpacking all of it once more. No file of more than `mostBytes` is read.
 */
export async function openArchive(
  bytes: Uint8Array,
  checkSums: boolean,
  { what, remedy }: FileWords,
  mostBytes = MOST_BYTES,
): Promise<Archive> {
  if (bytes.length === 0) throw new LabError('data-not-zip', `${what} is empty.`, remedy);
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: checkSums }).catch((cause: Error) => {
    throw new LabError('data-not-zip', `${what} ${whyNotOpened(bytes, cause)}.`, remedy, { cause });
  });
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return {
    names: files.map((file) => file.name),
    async read(name, onProgress) {
      const file = files.find((candidate) => candidate.name.split('/').at(-1) === name);
      if (!file) return null;
      return await unpack(file as unknown as Streamed, mostBytes, onProgress).catch((cause: Error) => {
        const problem = cause instanceof RangeError ? cause.message : 'is damaged';
        throw new LabError('data-not-zip', `“${name}” in the zip ${problem}.`, remedy, { cause });
      });
    },
  };
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"

function whyNotOpened(bytes: Uint8Array, { message }: Error): string {
  if (!isZip(bytes)) return 'is not a zip';
  return /encrypted/i.test(message) ? 'is protected by a password' : 'is a zip that is cut off or damaged';
}

/** Stops with a RangeError where more comes out than can be held, whatever size the zip declares. */
function unpack(file: Streamed, mostBytes: number, onProgress: (share: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const stream = file.internalStream('uint8array');
    stream
      .on('data', (chunk, { percent }) => {
        chunks.push(chunk);
        length += chunk.length;
        onProgress(percent / 100);
        if (length <= mostBytes) return;
        stream.pause();
        reject(new RangeError('is larger than 1 GB, more than a tab can hold'));
      })
      .on('error', reject)
      .on('end', () => resolve(concatenate(chunks, length)))
      .resume();
  });
}
