import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin } from './edit-distance.ts';

/** The fewest slips by trying each, to the whole of a word. */
function slips(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const [x, y] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return slips(x, y);
  const least = 1 + Math.min(slips(x, b), slips(a, y), slips(x, y));
  const isSwapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return isSwapped ? Math.min(least, 1 + slips(a.slice(2), b.slice(2))) : least;
}

test('equals trying every slip to every beginning of the word', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (typed, word, most) => {
      const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
      expect(isWithin(typed, word, most)).toBe(beginnings.some((beginning) => slips(typed, beginning) <= most));
    }),
    { numRuns: 1000 },
  );
});
