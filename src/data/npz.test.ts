import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { writeNpz } from './npz.ts';

/** Reads a .npy file by its description (NEP 1), little-endian numbers only. */
function readNpy(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 10 + view.getUint16(8, true);
  const header = new TextDecoder('latin1').decode(bytes.subarray(10, headerEnd));
  const [, kind, shape] = /^\{'descr': '<([fi])4', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/.exec(header) ?? [];
  const values: number[] = [];
  for (let at = headerEnd; at < bytes.length; at += 4)
    values.push(kind === 'f' ? view.getFloat32(at, true) : view.getInt32(at, true));
  return {
    magic: [...bytes.subarray(0, 8)],
    headerEnd,
    kind,
    shape: (shape as string)
      .split(',')
      .filter((size) => size.trim() !== '')
      .map(Number),
    oneDimensional: /^\d+,$/.test(shape as string),
    values,
  };
}

async function written(...arrays: Parameters<typeof writeNpz>[0]) {
  const zip = await JSZip.loadAsync(await writeNpz(arrays, {}), { checkCRC32: true });
  const files = Object.values(zip.files);
  return new Map(await Promise.all(files.map(async (file) => [file.name, readNpy(await file.async('uint8array'))] as const)));
}

test('every array is a file under its name, and there is nothing else', async () => {
  const values = Float32Array.of(1);
  const files = await written({ name: 'a/b', shape: [1], values }, { name: 'c', shape: [1], values });
  expect([...files.keys()]).toEqual(['a/b.npy', 'c.npy']);
});

describe('an array', () => {
  const floats = Float32Array.of(1.5, -2, 3e-30, Number.NaN, Number.POSITIVE_INFINITY, 0);

  test('comes back with its shape and its numbers', async () => {
    const file = (await written({ name: 'a', shape: [2, 3], values: floats })).get('a.npy');
    expect(file).toMatchObject({ kind: 'f', shape: [2, 3], values: [...floats] });
  });

  test('of whole numbers is of whole numbers', async () => {
    const file = (await written({ name: 'a', shape: [3], values: Int32Array.of(-1, 2 ** 31 - 1, 0) })).get('a.npy');
    expect(file).toMatchObject({ kind: 'i', shape: [3], oneDimensional: true, values: [-1, 2 ** 31 - 1, 0] });
  });

  test('begins with the magic of version 1.0 and its numbers at a multiple of 64', async () => {
    for (let columns = 1; columns < 10 ** 9; columns *= 10) {
      const file = (await written({ name: 'a', shape: [1, columns], values: Float32Array.of(7) })).get('a.npy');
      expect(file?.magic).toEqual([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
      expect((file?.headerEnd ?? 1) % 64).toBe(0);
    }
  });

  test('that is a part of a longer buffer is written without the rest', async () => {
    const file = (await written({ name: 'a', shape: [2], values: Float32Array.of(1, 2, 3, 4).subarray(1, 3) })).get('a.npy');
    expect(file?.values).toEqual([2, 3]);
  });
});

test('a text lies beside the arrays', async () => {
  const zip = await JSZip.loadAsync(
    await writeNpz([{ name: 'a', shape: [1], values: Int32Array.of(1) }], { 'notes.json': '{"é": 1}' }),
  );
  expect(Object.keys(zip.files).sort()).toEqual(['a.npy', 'notes.json']);
  expect(await zip.file('notes.json')?.async('string')).toBe('{"é": 1}');
});
