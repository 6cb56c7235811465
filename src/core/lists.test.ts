import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listRows, listRowsAt } from './lists.ts';
import { pick } from './pick.ts';

const pair = fc.record({ entry: fc.nat(6), row: fc.nat(50) });

test('lists what filtering finds, in the order given', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const indices = Int32Array.from(pairs, ({ entry }) => entry);
      const { offsets, rows } = listRows(
        7,
        indices,
        Int32Array.from(pairs, ({ row }) => row),
      );
      expect(offsets).toHaveLength(8);
      for (let at = 0; at < 7; at++) {
        const expected = pairs.filter(({ entry }) => entry === at).map(({ row }) => row);
        expect([...rows.subarray(offsets[at], offsets[at + 1])]).toEqual(expected);
      }
    }),
  );
});

test('lists the same of some positions as of copies of what stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ entry: fc.nat(6), row: fc.nat(50), chosen: fc.boolean() }), { maxLength: 40 }), (pairs) => {
      const indices = Int32Array.from(pairs, ({ entry }) => entry);
      const rows = Int32Array.from(pairs, ({ row }) => row);
      const positions = Int32Array.from(pairs.keys()).filter((at) => pairs[at]?.chosen);
      expect(listRowsAt(7, indices, rows, positions)).toEqual(listRows(7, pick(indices, positions), pick(rows, positions)));
    }),
  );
});
