import fc from 'fast-check';
import { expect, test } from 'vitest';
import { radixOrder } from './radix-order.ts';

/** By the built-in sort, which is stable. */
const sorted = (keys: readonly number[]): number[] =>
  keys.map((_, at) => at).sort((a, b) => (keys[a] as number) - (keys[b] as number));

const finite = { noNaN: true, noDefaultInfinity: true } as const;
const key = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer(),
  fc.integer({ min: 700_000_000, max: 2_000_000_000 }),
  fc.double({ min: -1e300, max: 1e300, ...finite }),
);

test('orders any numbers as a stable sort does', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      // Keys closer than their distance to the least can tell are equal to it.
      const distances = keys.map((value) => value - Math.min(...keys));
      expect([...radixOrder(keys)]).toEqual(sorted(distances));
      expect([...radixOrder(Float64Array.from(keys))]).toEqual(sorted(distances));
    }),
  );
});

test('tells numbers apart that differ in their last digit only, and zero from minus zero not', () => {
  expect([...radixOrder([3, 1, 2, 1, 3])]).toEqual([1, 3, 2, 0, 4]);
  expect([...radixOrder([0, -0, 0])]).toEqual([0, 1, 2]);
  expect([...radixOrder([978300760.5, 978300760, 978300759])]).toEqual([2, 1, 0]);
});

test('orders unsigned integers where they stand, those of a part of an array too', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 300 }), (keys) => {
      const column = Uint32Array.from([9, ...keys]).subarray(1);
      expect([...radixOrder(column)]).toEqual(sorted(keys));
      expect([...column]).toEqual(keys);
    }),
  );
});
