import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutTable, packState, stateShape, unpackState } from './table-layout.ts';

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 300 }),
  columns: fc.integer({ min: 1, max: 9 }),
  side: fc.constantFrom(16, 64, 100),
});

test('gives every number a texel of its own within the largest texture', () => {
  fc.assert(
    fc.property(shapes, ({ rows, columns, side }) => {
      fc.pre(Math.ceil(rows / 2 ** Math.floor(Math.log2(side))) * columns <= side);
      const layout = layoutTable(rows, columns, side);
      const [stateRows, stateColumns] = stateShape(layout);
      expect(stateRows / 2).toBeLessThanOrEqual(side);
      expect(stateColumns / 2).toBeLessThanOrEqual(side);
      const values = Float32Array.from({ length: rows * columns }, (_, i) => i + 1);
      const empty = new Float32Array();
      const state = packState({ weights: values, first: empty, second: empty }, layout, 0);
      expect(state).toHaveLength(stateRows * stateColumns);
      expect([...state.filter((value) => value !== 0)].sort((a, b) => a - b)).toEqual([...values]);
      state.forEach((value, at) => {
        const isWeight = Math.floor(at / stateColumns) % 2 === 0 && at % 2 === 0;
        if (!isWeight) expect(value).toBe(0);
      });
    }),
  );
});

test('keeps a table whole where it fits, and cuts a taller one into pieces of a power of two', () => {
  expect(layoutTable(6040, 50, 8192)).toMatchObject({ height: 6040, pieces: 1 });
  expect(layoutTable(20_000, 3, 8192)).toMatchObject({ height: 8, pieces: 2500 });
  expect(layoutTable(162_541, 50, 8192)).toMatchObject({ height: 1024, pieces: 159 });
});

test('refuses a table that no texture holds', () => {
  expect(() => layoutTable(9, 300, 256)).toThrow(RangeError);
  expect(() => layoutTable(600, 100, 256)).toThrow(RangeError);
});

test('gives back what was packed; a moment that is not kept is empty', () => {
  const numbers = (from: number) => Float32Array.from({ length: 300 * 3 }, (_, i) => from + i);
  const values = { weights: numbers(1), first: numbers(1001), second: numbers(2001) };
  for (const side of [64, 512]) {
    const layout = layoutTable(300, 3, side);
    const state = packState(values, layout, 0);
    expect(unpackState(state, layout, { first: true, second: true })).toEqual(values);
    const { weights } = values;
    const none = new Float32Array();
    expect(unpackState(state, layout, { first: false, second: false })).toEqual({ weights, first: none, second: none });
  }
});
