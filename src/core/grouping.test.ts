import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupPositions } from './grouping.ts';

test('lists the positions of each group in their own order', () => {
  const groups = 7;
  fc.assert(
    fc.property(fc.array(fc.nat(groups - 1), { maxLength: 60 }), (groupOf) => {
      const { offsets, order } = groupPositions(Int32Array.from(groupOf), groups);
      for (let group = 0; group < groups; group++) {
        const expected = [...groupOf.keys()].filter((at) => groupOf[at] === group);
        expect([...order.subarray(offsets[group], offsets[group + 1])]).toEqual(expected);
      }
      expect([offsets[0], offsets.length, offsets.at(-1)]).toEqual([0, groups + 1, groupOf.length]);
    }),
  );
});
