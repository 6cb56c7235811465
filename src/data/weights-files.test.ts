import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabError } from '../core/errors.ts';
import type { NamedArray } from './named-array.ts';
import { writeNpz } from './npz.ts';
import { readNpz } from './read-npz.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

/** A lone surrogate is no text that UTF-8 has. */
const text = fc.string({ unit: 'binary' }).filter((it) => !it.includes('\0'));
const table = fc
  .tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc
      .float32Array({ minLength: rows * columns, maxLength: rows * columns })
      .map((values): Omit<NamedArray, 'name'> => ({ shape: [rows, columns], values })),
  );
const column = fc.oneof(
  fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })).map((ids) => Int32Array.from(ids)),
  fc.array(text, { minLength: 1 }),
);
const name = fc.stringMatching(/^[a-z_]{1,12}$/);
const file = fc
  .uniqueArray(
    fc.record({
      name,
      array: fc.oneof(
        table,
        column.map((values) => ({ shape: [values.length], values })),
      ),
    }),
    {
      selector: (each) => each.name,
      maxLength: 6,
    },
  )
  .map((all): readonly NamedArray[] => all.map(({ name, array }) => ({ name, ...array })));

const CONTAINERS: readonly (readonly [
  string,
  (arrays: readonly NamedArray[]) => Promise<Blob>,
  (file: Blob) => Promise<ReadonlyMap<string, unknown>>,
])[] = [
  [
    '.safetensors',
    async (arrays) => writeSafetensors(arrays, { model: 'é' }),
    async (blob) => (await readSafetensors(blob)).arrays,
  ],
  ['.npz', async (arrays) => new Blob([await writeNpz(arrays, {})]), async (blob) => (await readNpz(blob, [])).arrays],
];

describe.each(CONTAINERS)('%s', (_, write, read) => {
  test('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (arrays) => {
        const found = await read(await write(arrays));
        expect([...found.keys()].sort()).toEqual(arrays.map(({ name }) => name).sort());
        for (const { name, values } of arrays) expect(found.get(name)).toMatchObject({ values });
      }),
    );
  });

  const ALIKE: readonly NamedArray[] = [
    { name: 'a/embeddings', shape: [3, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'user_ids', shape: [3], values: ['anna', 'ben', 'é'] },
    { name: 'movie_ids', shape: [2], values: Int32Array.of(1, 2) },
  ];

  test('cut off anywhere is refused', async () => {
    const whole = new Uint8Array(await (await write(ALIKE)).arrayBuffer());
    for (let length = 0; length < whole.length; length += 3) {
      const thrown = await read(new Blob([whole.slice(0, length)])).then(
        () => null,
        (error: LabError) => error.code,
      );
      expect(thrown, `${length} of ${whole.length} bytes`).toBe('weights-unreadable');
    }
  });

  test('with altered bytes is refused, or holds arrays of the sizes that they say', async () => {
    const whole = new Uint8Array(await (await write(ALIKE)).arrayBuffer());
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const altered = whole.slice();
        for (const { at, byte } of changes) altered[at] = byte;
        const result: unknown = await read(new Blob([altered])).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toMatchObject({ code: 'weights-unreadable' });
        else
          for (const array of (result as Awaited<ReturnType<typeof read>>).values()) {
            const { shape, values } = array as { shape: readonly number[]; values: { length: number } };
            if (values instanceof Float32Array) expect(values).toHaveLength(shape.reduce((product, size) => product * size, 1));
          }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a .safetensors whose header lies', () => {
  const withHeader = (header: unknown, content = new Uint8Array(8), declared?: bigint): Blob => {
    const bytes = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
    return new Blob([BigUint64Array.of(declared ?? BigInt(bytes.length)), bytes, content]);
  };
  const one = (tensor: object) => ({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...tensor } });

  test.each<readonly [string, Blob]>([
    ['of a billion rows', withHeader(one({ shape: [1e9, 50] }))],
    ['of more values than there are numbers', withHeader(one({ shape: [2 ** 40, 2 ** 40] }))],
    ['of rows below zero', withHeader(one({ shape: [-1, -2] }))],
    ['of half a row', withHeader(one({ shape: [0.5, 4] }))],
    ['of no shape', withHeader(one({ shape: 'many' }))],
    ['beyond the end', withHeader(one({ data_offsets: [8, 16] }))],
    ['before the beginning', withHeader(one({ data_offsets: [-8, 0] }))],
    ['with a gap', withHeader(one({ shape: [1], data_offsets: [4, 8] }))],
    ['with more behind it', withHeader(one({}), new Uint8Array(12))],
    ['of two that overlap', withHeader({ ...one({}), b: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } })],
    ['of an unknown type', withHeader(one({ dtype: 'F99' }))],
    ['of a type that is no text', withHeader(one({ dtype: {} }))],
    ['that is an array', withHeader('[1, 2, 3]')],
    ['that is null', withHeader('null')],
    ['that is no JSON', withHeader('{"a": ')],
    ['of half the file', withHeader('{}', new Uint8Array(8), 2n ** 62n)],
    ['of texts that are numbers', withHeader(one({ dtype: 'U8', shape: [8] }), new TextEncoder().encode('[1,2,34]'))],
    ['of ids beyond exactness', withHeader(one({ dtype: 'I64', shape: [1] }), new Uint8Array(8).fill(0x7f))],
  ])('%s is refused', async (_, file) => {
    await expect(readSafetensors(file)).rejects.toMatchObject({ code: 'weights-unreadable' });
  });
});

describe('an .npz whose header lies', () => {
  async function npy(header: string, content = new Uint8Array(8)): Promise<Blob> {
    const { default: JSZip } = await import('jszip');
    const text = new TextEncoder().encode(header);
    const start = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8);
    const zip = new JSZip().file('a.npy', new Uint8Array([...start, ...text, ...content]));
    return new Blob([await zip.generateAsync({ type: 'arraybuffer' })]);
  }

  test.each([
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 50), }"],
    ["{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }"],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }"],
    ["{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"],
    ["{'descr': '<U0', 'fortran_order': False, 'shape': (1000000000,), }"],
    ["{'descr': '<U2', 'fortran_order': False, 'shape': (1, 1.5), }"],
    ["{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }"],
    [''],
  ])('%s is refused', async (header) => {
    await expect(readNpz(await npy(header), [])).rejects.toMatchObject({ code: 'weights-unreadable' });
  });
});
