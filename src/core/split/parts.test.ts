import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherParts, isHeldOut, partAt, TRAIN } from './parts.ts';

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
