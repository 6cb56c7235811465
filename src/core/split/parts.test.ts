import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherParts, isHeldOut, partAt, TRAIN, trainInPieces } from './parts.ts';

test('every position is in the part that it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2)), (given) => {
      const split = gatherParts(Uint8Array.from(given));
      const positions = given.map((_, at) => at);
      expect(positions.map((at) => partAt(split, at))).toEqual(given);
      expect(positions.map((at) => isHeldOut(split, at))).toEqual(given.map((part) => part !== TRAIN));
      const parts = [split.train, split.validation, split.test];
      expect(parts.map((part) => [...part])).toEqual([0, 1, 2].map((part) => positions.filter((at) => given[at] === part)));
    }),
  );
});

test('pieces of the training part are all of it, in order, each as large as its room but the last', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2)), fc.integer({ min: 1, max: 5 }), (given, size) => {
      const split = gatherParts(Uint8Array.from(given));
      const pieces = [...trainInPieces(split, given.length, new Int32Array(size))].map(({ length }) => length);
      expect(pieces.slice(0, -1).every((length) => length === size)).toBe(true);
      const copies: number[] = [];
      for (const piece of trainInPieces(split, given.length, new Int32Array(size))) copies.push(...piece);
      expect(copies).toEqual([...split.train]);
    }),
  );
});
