import { type ZipEntry, zipEntry } from './zip-entry.ts';

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** Where a zip's directory is, and how far its offsets fall short because something stands in front of the zip. */
interface Directory {
  readonly start: number;
  readonly shift: number;
  readonly count: number;
}

/**
 * The directory at the end of a zip: every file and folder in it. Throws an EncryptedZip where there is a password, another Error where the zip is cut
 * off or damaged.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, shift, count } = findDirectory(view);
  const entries = new Map<string, ZipEntry>();
  let at = start + shift;
  while (view.getUint32(at, true) === ENTRY) {
    const { entry, next } = zipEntry(view, at, shift);
    // Of two of one name the later counts, as it does where they are unpacked.
    entries.set(entry.path, entry);
    at = next;
  }
  if (entries.size === 0 && count > 0) throw new Error('The directory is not where the end says it is');
  return [...entries.values()];
}

function findDirectory(view: DataView): Directory {
  const end = lastOf(view, END, view.byteLength - 22);
  if (end + 22 + view.getUint16(end + 20, true) > view.byteLength) throw new Error('The end is cut off');
  const [count, size, start] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const isLarge = count === FULL_16 || size === FULL_32 || start === FULL_32;
  return isLarge ? findLargeDirectory(view, end) : shifted(view, { start, size, count, end });
}

/** What does not fit into 16 or 32 bits stands in a longer record before the end. */
function findLargeDirectory(view: DataView, before: number): Directory {
  const end = lastOf(view, END_64, before - 56);
  const read = (at: number): number => Number(view.getBigUint64(end + at, true));
  return shifted(view, { count: read(32), size: read(40), start: read(48), end });
}

function shifted(
  view: DataView,
  { start, size, count, end }: { readonly start: number; readonly size: number; readonly count: number; readonly end: number },
): Directory {
  const shift = end - size - start;
  if (shift < 0) throw new Error('Bytes are missing');
  return { start, count, shift: view.getUint32(start, true) === ENTRY ? 0 : shift };
}

/** The last place of a signature, at `from` or before. */
function lastOf(view: DataView, signature: number, from: number): number {
  for (let at = from; at >= 0; at--) if (view.getUint32(at, true) === signature) return at;
  throw new Error('There is no end of a directory');
}
