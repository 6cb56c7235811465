import JSZip from 'jszip';
import { LabError } from '../core/errors.ts';
import { concatenate } from './concatenate.ts';
import { crc32 } from './crc32.ts';

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

/** What JSZip's types leave out: the stream is documented; of the sum its own check would unpack everything a second time. */
interface Entry {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
  readonly _data: { readonly crc32: number };
}

/**
 * Opens a zip. Throws a LabError where the bytes are no zip or are cut off; reading a file does where its contents are not those
 * that the zip was made of, or more than `mostBytes`.
 */
export async function openArchive(bytes: Uint8Array, { what, remedy }: FileWords, mostBytes = MOST_BYTES): Promise<Archive> {
  if (bytes.length === 0) throw new LabError('data-not-zip', `${what} is empty.`, remedy);
  const zip = await JSZip.loadAsync(bytes).catch((cause: Error) => {
    throw new LabError('data-not-zip', `${what} ${whyNotOpened(bytes, cause)}.`, remedy, { cause });
  });
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return {
    names: files.map((file) => file.name),
    async read(name, onProgress) {
      const file = files.find((candidate) => candidate.name.split('/').at(-1) === name);
      if (!file) return null;
      return await unpack(file as unknown as Entry, mostBytes, onProgress).catch((cause: Error) => {
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
function unpack(file: Entry, mostBytes: number, onProgress: (share: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let sum = 0;
  return new Promise((resolve, reject) => {
    const stream = file.internalStream('uint8array');
    stream
      .on('data', (chunk, { percent }) => {
        length += chunk.length;
        if (length > mostBytes) {
          stream.pause();
          return reject(new RangeError('is larger than 1 GB, more than a tab can hold'));
        }
        chunks.push(chunk);
        sum = crc32(chunk, sum);
        onProgress(percent / 100);
      })
      .on('error', reject)
      .on('end', () => (sum === file._data.crc32 >>> 0 ? resolve(concatenate(chunks, length)) : reject(new Error('sums differ'))))
      .resume();
  });
}
