import { expect, test } from 'vitest';
import { orderNote } from './order-note.ts';

test('a list is said to be ordered by something else than its stars only where it has both', () => {
  expect([0, 1].map((listWeight) => orderNote({ listWeight }))).toEqual([null, null]);
  expect(orderNote({ listWeight: 0.3 })).toContain('most likely to choose');
});
