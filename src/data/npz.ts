import JSZip from 'jszip';
import type { NamedArray } from './named-array.ts';

/**
 * Writes arrays as NumPy reads them with `np.load`: a zip of .npy files, without folders, which NumPy would list as arrays.
 * `texts` by file name lie beside them; NumPy gives those as bytes. Hears the share that is written.
 */
export async function writeNpz(
  arrays: readonly NamedArray[],
  texts: Readonly<Record<string, string>>,
  onProgress: (share: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(texts)) zip.file(name, text);
  for (const array of arrays) zip.file(`${array.name}.npy`, npyBytes(array), { createFolders: false });
  // Trained numbers are all but random: packing them takes long and saves a fourteenth.
  const options = { type: 'arraybuffer', compression: 'STORE' } as const;
  return new Uint8Array(await zip.generateAsync(options, ({ percent }) => onProgress(percent / 100)));
}

/** The .npy format, version 1.0: magic, header length, header padded to 64 bytes, little-endian values. */
function npyBytes({ shape, values }: NamedArray): Uint8Array {
  const { descr, content } = encode(values);
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + header.length + 1) / 64) * 64;
  const bytes = new Uint8Array(length + content.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]); // \x93NUMPY, version 1.0
  new DataView(bytes.buffer).setUint16(8, length - 10, true);
  bytes.set(new TextEncoder().encode(`${header.padEnd(length - 11)}\n`), 10);
  bytes.set(content, length);
  return bytes;
}

function encode(values: NamedArray['values']): { readonly descr: string; readonly content: Uint8Array } {
  if (values instanceof Float32Array || values instanceof Int32Array) {
    const descr = values instanceof Float32Array ? '<f4' : '<i4';
    return { descr, content: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
  }
  // NumPy's texts: all as long as the longest, four bytes a letter, filled up with zeros.
  const texts = values.map((text) => Array.from(text, (letter) => letter.codePointAt(0) as number));
  const width = texts.reduce((most, { length }) => Math.max(most, length), 1);
  const letters = new Uint32Array(values.length * width);
  texts.forEach((text, at) => {
    letters.set(text, at * width);
  });
  return { descr: `<U${width}`, content: new Uint8Array(letters.buffer) };
}
