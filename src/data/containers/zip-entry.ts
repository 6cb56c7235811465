import { crc32 } from '../crc32.ts';

/** A file or folder as a zip's directory lists it. */
export interface ZipEntry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly isDeflated: boolean;
  /** Bytes unpacked, as declared. */
  readonly size: number;
  readonly crc32: number;
  /** Where in the zip its packed bytes are. */
  readonly start: number;
  readonly end: number;
}

export class EncryptedZip extends Error {}

const LOCAL = 0x04034b50;
const FULL_32 = 0xffffffff;
const FOLDER = 0x10;
const DEFLATED = 8;
const SIZES_64 = 0x0001;
const UTF8_PATH = 0x7075;

/** The entry that stands at `at`, and where the next one would. Throws a RangeError where a part of it lies outside of the zip. */
export function zipEntry(view: DataView, at: number, shift: number): { readonly entry: ZipEntry; readonly next: number } {
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const u32 = (offset: number): number => view.getUint32(at + offset, true);
  if (u16(8) & 1) throw new EncryptedZip('The zip has a password');
  const [method, nameLength, extraLength] = [u16(10), u16(28), u16(30)];
  if (method !== 0 && method !== DEFLATED) throw new Error(`Nobody packs by method ${method}`);
  const name = bytesAt(view, at + 46, nameLength);
  const extra = extraFields(bytesAt(view, at + 46 + nameLength, extraLength));
  const [size, packed, header] = largeNumbers([u32(24), u32(20), u32(42)], extra.get(SIZES_64)) as [number, number, number];
  const local = header + shift;
  if (view.getUint32(local, true) !== LOCAL) throw new Error('A file is not where the directory says it is');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw new RangeError('A file is cut off');
  const path = pathOf(name, extra.get(UTF8_PATH));
  const isFolder = (u32(38) & FOLDER) !== 0 || path.endsWith('/');
  const entry = { path, isFolder, isDeflated: method === DEFLATED, size, crc32: u32(16), start, end: start + packed };
  return { entry, next: at + 46 + nameLength + extraLength + u16(32) };
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Each field is an id, a length and so many bytes. */
function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>();
  const view = viewOf(bytes);
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = view.getUint16(at + 2, true);
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

/** Numbers that do not fit into 32 bits stand in a field of their own, one behind the other. */
function largeNumbers(numbers: readonly number[], field: Uint8Array = new Uint8Array()): readonly number[] {
  const view = viewOf(field);
  let at = -8;
  return numbers.map((number) => {
    if (number !== FULL_32) return number;
    at += 8;
    return Number(view.getBigUint64(at, true));
  });
}

/** As UTF-8, which all write by now; older programs write it beside the name, with a checksum of the name that it belongs to. */
function pathOf(name: Uint8Array, field: Uint8Array | undefined): string {
  const isOfName = field && field.length > 5 && viewOf(field).getUint32(1, true) === crc32(name);
  return new TextDecoder().decode(isOfName ? field.subarray(5) : name);
}
