import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import { dropoutKey, dropoutThreshold, fillDropoutMask } from '../../core/dropout.ts';
import { createRandom, normal } from '../../core/random.ts';
import { moduleName } from './host.ts';
import { instantiate, RESERVED_BYTES } from './kernels.ts';
import { createArena } from './memory/arena.ts';
import { createMemory, floatsAt, viewHeap, wordsAt } from './memory/heap.ts';
import { blockColumns, blockRows, strideOf } from './memory/matrix.ts';

const memory = createMemory(2 ** 22, false);
const heap = viewHeap(memory);
const kernels = instantiate(await (await createNodeHost(1)).loadModule(moduleName(1)), memory);

/** A fresh arena and a way to put random matrices into it. */
function bench(seed: number) {
  const arena = createArena(RESERVED_BYTES, 1, 0);
  const draw = normal(createRandom(seed, 'kernels'));
  return {
    arena,
    /** rows × width numbers, and noise wherever a row has room beyond them. */
    matrix(rows: number, width: number) {
      const stride = strideOf(width) / 4;
      const address = arena.shared(blockRows(rows) * stride * 4);
      const values = floatsAt(heap, address, blockRows(rows) * stride);
      for (let i = 0; i < values.length; i++) values[i] = draw();
      return { address, stride: 4 * stride, at: (row: number, column: number) => values[row * stride + column] as number };
    },
  };
}

const size = (max: number) => fc.integer({ min: 1, max });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('gemm', () => {
  test('multiplies like three loops, A as it is or transposed', () => {
    fc.assert(
      fc.property(size(40), size(70), size(40), fc.boolean(), seeds, (m, n, k, transposed, seed) => {
        const { matrix } = bench(seed);
        const [a, b] = [transposed ? matrix(k, m) : matrix(m, k), matrix(k, n)];
        const [start, c] = [matrix(m, n), matrix(m, n)];
        const [aRow, aStep]: readonly [number, number] = transposed ? [4, a.stride] : [a.stride, 4];
        const [rows, columns] = [blockRows(m), blockColumns(n)];
        if (n === 1) return; // A column of results has no room for a block; it is left to dotRows.
        kernels.gemm(
          a.address,
          aRow,
          aStep,
          b.address,
          b.stride,
          start.address,
          start.stride,
          c.address,
          c.stride,
          rows,
          columns,
          k,
        );
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let sum = start.at(i, j);
            for (let p = 0; p < k; p++) sum += (transposed ? a.at(p, i) : a.at(i, p)) * b.at(p, j);
            expect(Math.abs(c.at(i, j) - sum)).toBeLessThan(1e-4);
          }
        }
      }),
    );
  });
});

describe('bags', () => {
  const lists = fc.array(fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 100 }), { minLength: 1, maxLength: 5 });

  test('are summed, and scattered again, like loops over their lists', () => {
    fc.assert(
      fc.property(lists, size(140), seeds, (lists, width, seed) => {
        const { arena, matrix } = bench(seed);
        const [table, sums, gradients, errors] = [matrix(20, width), matrix(5, width), matrix(20, width), matrix(5, width)];
        const stride = table.stride;
        if (width === 1) return; // A table's row has whole vectors.
        const put = (words: readonly number[]): number => {
          const address = arena.shared(4 * (words.length + 1));
          wordsAt(heap, address, words.length).set(words);
          return address;
        };
        const bounds = [0];
        for (const list of lists) bounds.push((bounds.at(-1) as number) + list.length);
        const [offsets, rows, entries] = [put(bounds), put(lists.flat()), put(lists.map((_, entry) => entry))];
        const span = Math.ceil(width / 4) * 16;
        kernels.sumBags(table.address, stride, span, offsets, rows, entries, lists.length, sums.address);
        const weights = lists.map(({ length }) => (length === 0 ? 0 : 1 / Math.sqrt(length)));
        const before = Array.from({ length: 20 }, (_, row) => Array.from({ length: width }, (_, d) => gradients.at(row, d)));
        const [ends, counts] = [put(lists.map((_, entry) => entry + 1)), put(new Array<number>(20).fill(0))];
        kernels.scatterBags(
          gradients.address,
          stride,
          span,
          width,
          offsets,
          rows,
          entries,
          ends,
          entries,
          lists.length,
          lists.length,
          errors.address,
          stride,
          counts,
          arena.shared(stride),
        );
        for (let d = 0; d < width; d++) {
          lists.forEach((list, entry) => {
            const sum = list.reduce((sum, row) => sum + table.at(row, d), 0) * (weights[entry] as number);
            expect(Math.abs(sums.at(entry, d) - sum)).toBeLessThan(1e-5);
          });
          before.forEach((row, i) => {
            const listed = (list: readonly number[]) => list.filter((other) => other === i).length;
            const more = lists.reduce(
              (sum, list, entry) => sum + listed(list) * (weights[entry] as number) * errors.at(entry, d),
              0,
            );
            expect(Math.abs(gradients.at(i, d) - (row[d] as number) - more)).toBeLessThan(1e-5);
          });
        }
        const read = Array.from({ length: 20 }, (_, i) => lists.flat().filter((row) => row === i).length);
        expect(Array.from(floatsAt(heap, counts, 20))).toEqual(read);
      }),
    );
  });
});

describe('groupByRow', () => {
  test('lists each owned row once, with its positions in order', () => {
    const rows = fc.integer({ min: 0, max: 19 });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 60 }), rows, rows, (indices, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const { arena } = bench(0);
        const list = (length: number) => arena.shared(4 * length);
        const count = indices.length;
        const [input, slotOf, own, found, ends, positions] = [count, 20, count + 1, count, count, count].map(list) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        wordsAt(heap, input, count).set(indices);
        wordsAt(heap, slotOf, 20).fill(0);
        const slots = kernels.groupByRow(input, count, from, to, slotOf, own, found, ends, positions);
        const bounds = [0, ...wordsAt(heap, ends, slots)];
        const groups = Array.from({ length: slots }, (_, slot) => [
          wordsAt(heap, found, slots)[slot],
          Array.from(wordsAt(heap, positions, count).subarray(bounds[slot], bounds[slot + 1])),
        ]);
        const owned = [...new Set(indices)].filter((row) => row >= from && row < to);
        expect(groups).toEqual(owned.map((row) => [row, indices.flatMap((other, i) => (other === row ? [i] : []))]));
        expect(wordsAt(heap, slotOf, 20).every((slot) => slot === 0)).toBe(true);
      }),
    );
  });
});

describe('drawMask', () => {
  test('draws any rows of the mask that core/dropout.ts draws', () => {
    const rate = fc.double({ min: 0, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(size(30), size(12), fc.nat(500), rate, seeds, (width, rows, first, rate, seed) => {
        const { matrix } = bench(0);
        const mask = matrix(rows, width);
        const key = dropoutKey(seed, 3, 1);
        kernels.drawMask(mask.address, mask.stride, rows, width, first, key, dropoutThreshold(rate), 1 / (1 - rate));
        const expected = fillDropoutMask(new Float32Array((first + rows) * width), key, rate);
        for (let row = 0; row < rows; row++) {
          for (let d = 0; d < width; d++) expect(mask.at(row, d)).toBe(expected[(first + row) * width + d]);
        }
      }),
    );
  });
});

describe('sigmoid', () => {
  test('is right to a few units in the last place, and 0 or 1 far out', () => {
    const inputs = Float32Array.from({ length: 4000 }, (_, i) => (i - 2000) / 20);
    const { arena } = bench(0);
    const address = arena.shared(4 * inputs.length);
    const values = floatsAt(heap, address, inputs.length);
    values.set(inputs);
    kernels.sigmoid(address, address, 4 * inputs.length);
    values.forEach((value, i) => {
      const expected = 1 / (1 + Math.exp(-(inputs[i] as number)));
      expect(Math.abs(value - expected)).toBeLessThan(2.5e-7);
    });
  });
});
