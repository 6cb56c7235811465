import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topPositions } from './ranking.ts';

/** Sorts everything; Array.prototype.sort is stable, so that equal scores keep the lower position first. */
function bySorting(scores: Float32Array, count: number, excluded: Uint8Array): readonly number[] {
  const open = [...scores.keys()].filter((at) => !excluded[at] && !Number.isNaN(scores[at]));
  return open
    .sort((a, b) => (scores[a] === scores[b] ? 0 : (scores[b] as number) > (scores[a] as number) ? 1 : -1))
    .slice(0, count);
}

const few = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, 2, 3);
const score = fc.oneof(few, fc.float());

test('equals a full sort, with ties, NaN, infinities, exclusions and more wanted than there are', () => {
  const item = fc.record({ score, out: fc.boolean() });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 0, max: 80 }), (items, count) => {
      const scores = Float32Array.from(items, (item) => item.score);
      const excluded = Uint8Array.from(items, (item) => (item.out ? 1 : 0));
      expect(topPositions(scores, count, excluded)).toEqual(bySorting(scores, count, excluded));
    }),
    { numRuns: 3000 },
  );
});

describe('cases', () => {
  const rank = (scores: readonly number[], count: number, excluded: readonly number[] = []) =>
    topPositions(Float32Array.from(scores), count, Uint8Array.from({ ...excluded, length: scores.length }));

  test('of equal scores the lower position comes first', () => expect(rank([1, 3, 3, 3, 2], 2)).toEqual([1, 2]));
  test('the excluded best is left out', () => expect(rank([1, 9, 3], 2, [0, 1, 0])).toEqual([2, 0]));
  test('NaN is left out', () => expect(rank([Number.NaN, 1, Number.NaN, 2], 5)).toEqual([3, 1]));
  test('all excluded leaves nothing', () => expect(rank([1, 2], 2, [1, 1])).toEqual([]));
  test('minus infinity still ranks', () => expect(rank([Number.NEGATIVE_INFINITY], 1)).toEqual([0]));
  test('none wanted, none given', () => expect(rank([1, 2], 0)).toEqual([]));
});
