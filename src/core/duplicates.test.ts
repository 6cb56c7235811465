import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDuplicates } from './duplicates.ts';
import { finish } from './slices.ts';

const small = fc.integer({ min: 0, max: 4 });
const rows = fc.array(fc.record({ user: small, movie: small, time: small }), { maxLength: 60 });

test('of each pair of user and movie the newest is left, of equally old ones the last: as by brute force', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), fc.boolean(), (unsorted, hasTimes, isSorted) => {
      const rows = isSorted ? unsorted.toSorted((a, b) => a.user - b.user) : unsorted;
      const columns = {
        users: Int32Array.from(rows, ({ user }) => user),
        movies: Int32Array.from(rows, ({ movie }) => movie),
        timestamps: hasTimes ? Uint32Array.from(rows, ({ time }) => time) : null,
      };
      const wins = (a: number, b: number): boolean => {
        const [x, y] = hasTimes ? [rows[a]?.time ?? 0, rows[b]?.time ?? 0] : [0, 0];
        return x !== y ? x > y : a > b;
      };
      const isOlder = rows.map((row, at) =>
        rows.some((other, i) => i !== at && other.user === row.user && other.movie === row.movie && wins(i, at)) ? 1 : 0,
      );
      const marks = finish(findDuplicates(columns, 5, 5));
      expect([...(marks ?? new Uint8Array(rows.length))]).toEqual(isOlder);
      expect(marks === null).toBe(!isOlder.includes(1));
    }),
    { numRuns: 1000 },
  );
});
