import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealRows, shareOf, sharers } from './shares.ts';

const threads = fc.integer({ min: 1, max: 9 });

describe('shareOf', () => {
  test('cuts a batch without gaps, at multiples of 8, and leaves only the last threads without a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), threads, (count, threads) => {
        const shares = Array.from({ length: threads }, (_, thread) => shareOf(count, thread, threads));
        expect(shares[0]?.from).toBe(0);
        expect(shares.at(-1)?.to).toBe(count);
        for (const [i, { from }] of shares.entries()) {
          if (i > 0) expect(from).toBe(shares[i - 1]?.to);
          if (from < count) expect(from % 8).toBe(0);
        }
        expect(shares.map(({ from, to }) => from < to)).toEqual(shares.map((_, i) => i < sharers(count, threads)));
      }),
    );
  });
});

describe('dealRows', () => {
  test('gives every row to one thread, in order', () => {
    const examples = fc.array(fc.integer({ min: 0, max: 49 }), { maxLength: 200 });
    fc.assert(
      fc.property(examples, threads, (rows, threads) => {
        const bounds = dealRows(Int32Array.from(rows), 50, 10, threads);
        expect(bounds).toHaveLength(threads + 1);
        expect(bounds[0]).toBe(0);
        expect(bounds.at(-1)).toBe(50);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
      }),
    );
  });

  test('balances examples, not rows', () => {
    const indices = Int32Array.from({ length: 1000 }, (_, i) => (i < 900 ? i % 10 : i % 100));
    const [, middle] = dealRows(indices, 100, 1000, 2) as [number, number, number];
    expect(middle).toBeLessThan(30);
  });
});
