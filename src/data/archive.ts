import JSZip from 'jszip';
import { LabError } from '../core/errors.ts';

/** The files of a data set that are read, by the last part of their path. */
export interface Archive {
  /** The bytes of the first file with this name, in whatever folder; null where there is none. Reports 0 … 1. */
  read(name: string, onProgress: (share: number) => void): Promise<Uint8Array | null>;
  readonly names: readonly string[];
}

const RELOAD = 'Reload the page; if it stays, the file on the server is damaged and must be replaced.';

/**
 * Opens a zip. Throws a LabError where the bytes are no zip or are cut off; with `checkSums` also where the contents are not
 * those that the zip was made of, at the price of unpacking all of it once more.
 */
export async function openArchive(bytes: Uint8Array, checkSums: boolean): Promise<Archive> {
  if (bytes.length === 0) throw new LabError('data-not-zip', 'The data file is empty.', RELOAD);
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: checkSums }).catch((cause: Error) => {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"
    const message = isZip ? 'The data file is a zip that is cut off or damaged.' : 'The data file is not a zip.';
    throw new LabError('data-not-zip', message, RELOAD, { cause });
  });
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return {
    names: files.map((file) => file.name),
    async read(name, onProgress) {
      const file = files.find((candidate) => candidate.name.split('/').at(-1) === name);
      if (!file) return null;
      return await file
        .async('uint8array', ({ percent }) => onProgress(percent / 100))
        .catch((cause: Error) => {
          throw new LabError('data-not-zip', `“${name}” in the zip is damaged.`, RELOAD, { cause });
        });
    },
  };
}
