import type { RawId } from '../core/ids.ts';
import type { NamedArray } from './named-array.ts';
import { CUT_OFF, countOf, unreadableWeights, wholeNumbers } from './unreadable-weights.ts';

/** What a file of arrays holds: tables of numbers, and columns of ids. */
export interface ReadArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | readonly RawId[];
}

const METADATA = '__metadata__';
/** Names and shapes take a few hundred bytes each. */
const LONGEST_HEADER = 2 ** 24;
const BYTES = { F32: 4, I32: 4, I64: 8, U8: 1 } as const;
type Dtype = keyof typeof BYTES;

/** Arrays as a .safetensors file: the length of a header, the header as JSON, then the values. Texts are bytes of JSON. */
export function writeSafetensors(arrays: readonly NamedArray[], metadata: Readonly<Record<string, string>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let end = 0;
  const entries = arrays.map(({ name, shape, values }) => {
    const { dtype, bytes } = encode(values);
    const begin = end;
    end += bytes.length;
    parts.push(bytes);
    return [name, { dtype, shape: dtype === 'U8' ? [bytes.length] : shape, data_offsets: [begin, end] }];
  });
  const header = new TextEncoder().encode(JSON.stringify({ [METADATA]: metadata, ...Object.fromEntries(entries) }));
  // Blanks, so that the values begin at a multiple of eight.
  const padding = ' '.repeat(-header.length & 7);
  return new Blob([BigUint64Array.of(BigInt(header.length + padding.length)), header, padding, ...parts]);
}

function encode(values: NamedArray['values']): { readonly dtype: Dtype; readonly bytes: Uint8Array<ArrayBuffer> } {
  if (values instanceof Float32Array || values instanceof Int32Array) {
    const bytes = new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
    return { dtype: values instanceof Float32Array ? 'F32' : 'I32', bytes };
  }
  return { dtype: 'U8', bytes: new TextEncoder().encode(JSON.stringify(values)) };
}

interface SafetensorsFile {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly arrays: ReadonlyMap<string, ReadArray>;
}

/** Reads what `writeSafetensors` writes, from whomever it comes. Throws a LabError `weights-unreadable` where anything in it is not so. */
export async function readSafetensors(file: Blob): Promise<SafetensorsFile> {
  const length = file.size < 8 ? 0 : Number(new DataView(await file.slice(0, 8).arrayBuffer()).getBigUint64(0, true));
  if (length < 2 || length > LONGEST_HEADER) throw unreadableWeights('is neither a .safetensors nor an .npz');
  if (length > file.size - 8) throw unreadableWeights(CUT_OFF);
  const { [METADATA]: metadata, ...tensors } = parseHeader(await file.slice(8, 8 + length).text());
  const arrays = new Map<string, ReadArray>();
  let end = 0;
  for (const [name, tensor] of inOrder(tensors)) {
    const [begin, next] = tensor.data_offsets;
    const { dtype, shape } = tensor;
    if (begin !== end || next - begin !== countOf(shape) * BYTES[dtype] || 8 + length + next > file.size) {
      throw unreadableWeights(CUT_OFF);
    }
    end = next;
    arrays.set(name, { shape, values: decode(dtype, await file.slice(8 + length + begin, 8 + length + end).arrayBuffer()) });
  }
  if (8 + length + end !== file.size) throw unreadableWeights(CUT_OFF);
  return { metadata: isObject(metadata) ? metadata : {}, arrays };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parseHeader(text: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(text);
    if (isObject(header)) return header;
  } catch (cause) {
    throw unreadableWeights('is neither a .safetensors nor an .npz', cause);
  }
  throw unreadableWeights(CUT_OFF);
}

interface Tensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [begin: number, end: number];
}

function inOrder(tensors: Readonly<Record<string, unknown>>): readonly (readonly [string, Tensor])[] {
  const entries = Object.entries(tensors).map(([name, tensor]) => [name, tensorOf(tensor)] as const);
  return entries.sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1]);
}

function tensorOf(value: unknown): Tensor {
  const { dtype, shape, data_offsets: offsets } = isObject(value) ? value : {};
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(Number.isSafeInteger)) throw unreadableWeights(CUT_OFF);
  countOf(shape);
  if (typeof dtype === 'string' && Object.hasOwn(BYTES, dtype)) {
    return { dtype: dtype as Dtype, shape: shape as number[], data_offsets: offsets as [number, number] };
  }
  throw unreadableWeights(`has numbers of the type ${String(dtype).slice(0, 12)}, which no weights here have`);
}

function decode(dtype: Dtype, bytes: ArrayBuffer): ReadArray['values'] {
  if (dtype === 'F32') return new Float32Array(bytes);
  if (dtype === 'I32') return new Int32Array(bytes);
  return dtype === 'I64' ? wholeNumbers(new BigInt64Array(bytes)) : textsOf(bytes);
}

function textsOf(bytes: ArrayBuffer): readonly string[] {
  try {
    const texts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(texts) && texts.every((text) => typeof text === 'string')) return texts;
  } catch (cause) {
    throw unreadableWeights(CUT_OFF, cause);
  }
  throw unreadableWeights(CUT_OFF);
}
