import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growingColumn } from './growing-column.ts';

test('holds what was added, however many were expected and whenever', () => {
  fc.assert(
    fc.property(fc.nat(700_000), fc.nat(700_000), fc.nat(5000), (count, expected, when) => {
      const column = growingColumn((length) => new Int32Array(length));
      for (let at = 0; at < count; at++) {
        if (at === when) column.expect(expected);
        column.add(at ^ 5);
      }
      expect(column.length).toBe(count);
      column.replace((value) => value + 1);
      const joined = column.join();
      expect(joined.length).toBe(count);
      expect(joined.every((value, at) => value === (at ^ 5) + 1)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('what was expected stands in one buffer from the beginning', () => {
  let buffers = 0;
  const column = growingColumn((length) => {
    buffers++;
    return new Float32Array(length);
  });
  column.add(1);
  column.expect(1_000_000);
  for (let at = 1; at < 900_000; at++) column.add(at);
  expect([buffers, column.join().length]).toEqual([2, 900_000]);
});

test('goes on by pieces where the browser has no room for so many', () => {
  const column = growingColumn((length) => new Uint32Array(length));
  column.add(7);
  column.expect(2 ** 53);
  column.add(8);
  expect([...column.join()]).toEqual([7, 8]);
});
