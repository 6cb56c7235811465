import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealRows, shareOf, sharers } from './shares.ts';

const shares = fc.integer({ min: 1, max: 9 });

describe('shareOf', () => {
  test('cuts a batch without gaps, at multiples of 8, and leaves only the last shares without a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), shares, (count, shares) => {
        const cut = Array.from({ length: shares }, (_, share) => shareOf(count, share, shares));
        expect(cut[0]?.from).toBe(0);
        expect(cut.at(-1)?.to).toBe(count);
        for (const [i, { from }] of cut.entries()) {
          if (i > 0) expect(from).toBe(cut[i - 1]?.to);
          if (from < count) expect(from % 8).toBe(0);
        }
        expect(cut.map(({ from, to }) => from < to)).toEqual(cut.map((_, i) => i < sharers(count, shares)));
      }),
    );
  });
});

describe('dealRows', () => {
  test('gives every row to one share, in order', () => {
    const examples = fc.array(fc.integer({ min: 0, max: 49 }), { maxLength: 200 });
    fc.assert(
      fc.property(examples, shares, (rows, shares) => {
        const bounds = dealRows([Int32Array.from(rows)], 50, 10, shares);
        expect(bounds).toHaveLength(shares + 1);
        expect(bounds[0]).toBe(0);
        expect(bounds.at(-1)).toBe(50);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
      }),
    );
  });

  test('balances examples, not rows', () => {
    const indices = Int32Array.from({ length: 1000 }, (_, i) => (i < 900 ? i % 10 : i % 100));
    const [, middle] = dealRows([indices.subarray(0, 300), indices.subarray(300)], 100, 1000, 2) as [number, number, number];
    expect(middle).toBeLessThan(30);
  });
});
