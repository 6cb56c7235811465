import { LabError } from '../core/errors.ts';
import { type ArchiveFile, readWhole } from './containers/archive-file.ts';
import { openArchive } from './containers/zip.ts';
import type { ReadArray } from './safetensors.ts';
import { CUT_OFF, countOf, unreadableWeights, wholeNumbers } from './unreadable-weights.ts';

interface NpzFile {
  readonly arrays: ReadonlyMap<string, ReadArray>;
  /** The files beside the arrays that are asked for, by name; absent where there is none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads what `writeNpz` writes, from whomever it comes. Throws a LabError `weights-unreadable` where anything in it is not so. */
export async function readNpz(file: Blob, wantedTexts: readonly string[]): Promise<NpzFile> {
  const arrays = new Map<string, ReadArray>();
  const texts = new Map<string, string>();
  for (const entry of await opened(file)) {
    if (wantedTexts.includes(entry.path)) texts.set(entry.path, new TextDecoder().decode(await whole(entry)));
    if (entry.path.endsWith('.npy')) arrays.set(entry.path.slice(0, -4), parseNpy(await whole(entry)));
  }
  return { arrays, texts };
}

const opened = (file: Blob): Promise<readonly ArchiveFile[]> =>
  openArchive(file, { what: 'The file', remedy: '' }).catch(asUnreadable);

const whole = (entry: ArchiveFile): Promise<Uint8Array> => readWhole(entry, () => undefined).catch(asUnreadable);

function asUnreadable(thrown: unknown): never {
  if (thrown instanceof LabError) throw unreadableWeights(CUT_OFF, thrown);
  throw thrown;
}

/** NEP 1, versions 1 to 3: a header that is a Python dictionary, then the values. */
function parseNpy(bytes: Uint8Array): ReadArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLong = (bytes[6] as number) > 1;
  const begin = isLong ? 12 : 10;
  if (bytes.length < 12 || view.getUint32(0) !== 0x934e554d) throw unreadableWeights(CUT_OFF);
  const end = begin + (isLong ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = new TextDecoder('latin1').decode(bytes.subarray(begin, end));
  const dtype = /'descr': *'([<|]\w+)'/.exec(header)?.[1] ?? '';
  const sizes = /'shape': *\(([\d, ]*)\)/.exec(header)?.[1];
  if (sizes === undefined || !/'fortran_order': *False/.test(header)) throw unreadableWeights(CUT_OFF);
  const shape = sizes
    .split(',')
    .filter((size) => size.trim() !== '')
    .map(Number);
  return { shape, values: decode(dtype, countOf(shape), bytes.slice(end)) };
}

function decode(dtype: string, count: number, { buffer, length }: Uint8Array<ArrayBuffer>): ReadArray['values'] {
  const [, kind, digits = ''] = /^<(f4|i4|i8|U)([1-9]\d{0,5})?$/.exec(dtype) ?? [];
  if (kind === undefined || (kind === 'U') !== digits > '') {
    throw unreadableWeights(`has numbers of the type ${dtype.slice(0, 12)}, which no weights here have`);
  }
  if (count * (kind === 'i8' ? 8 : 4 * Number(digits || 1)) !== length) throw unreadableWeights(CUT_OFF);
  if (kind === 'f4') return new Float32Array(buffer);
  if (kind === 'i4') return new Int32Array(buffer);
  return kind === 'U' ? textsOf(new Uint32Array(buffer), count, Number(digits)) : wholeNumbers(new BigInt64Array(buffer));
}

/** Each is four bytes a letter, filled up with zeros. */
function textsOf(letters: Uint32Array, count: number, width: number): readonly string[] {
  if (letters.some((letter) => letter > 0x10ffff)) throw unreadableWeights(CUT_OFF);
  return Array.from({ length: count }, (_, at) => {
    const own = letters.subarray(at * width, (at + 1) * width);
    const end = own.indexOf(0);
    return String.fromCodePoint(...(end < 0 ? own : own.subarray(0, end)));
  });
}
