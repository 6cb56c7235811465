import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeIds, type UserId, type UserIndex } from './ids.ts';
import { finish } from './slices.ts';

const rawIds = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));

const mapOf = (ids: readonly number[]) => finish(takeIds<UserId, UserIndex>(Int32Array.from(ids)));

test('indices are dense, follow the ascending raw ids, and lead back to them', () => {
  fc.assert(
    fc.property(rawIds, (ids) => {
      const map = mapOf(ids);
      const distinct = [...new Set(ids)].sort((a, b) => a - b);
      expect(map.size).toBe(distinct.length);
      expect(distinct.map((id) => map.indexOf(id))).toEqual(distinct.map((_, index) => index));
      expect(distinct.map((_, index) => map.idOf(index as UserIndex))).toEqual(distinct);
    }),
  );
});

test('an id that does not occur has no index, not even where it is an index of another', () => {
  const map = mapOf([7, 3, 7]);
  expect(map.indexOf(3)).toBe(0);
  expect(map.indexOf(7)).toBe(1);
  for (const id of [0, 1, 5, -3, 3.5, Number.NaN]) expect(map.indexOf(id)).toBeUndefined();
});

test.each([-1, 2, 0.5, Number.NaN])('index %d is a RangeError', (index) => {
  const map = mapOf([3, 7]);
  expect(() => map.idOf(index as UserIndex)).toThrow(RangeError);
});

test('a map of nothing has no index', () => {
  expect(mapOf([]).size).toBe(0);
  expect(() => mapOf([]).idOf(0 as UserIndex)).toThrow(RangeError);
});
