import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listRows } from './lists.ts';

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
