import { expect, test } from 'vitest';
import { undoKey } from './undo-key.ts';

const NONE = { key: 'z', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ctrlKey: true }, 'undo'],
  [{ metaKey: true }, 'undo'],
  [{ ctrlKey: true, shiftKey: true, key: 'Z' }, 'redo'],
  [{ metaKey: true, shiftKey: true, key: 'Z' }, 'redo'],
  [{}, null],
  [{ ctrlKey: true, altKey: true }, null],
  [{ ctrlKey: true, key: 'y' }, null],
] as const)('%j is %s', (keys, what) => {
  expect(undoKey({ ...NONE, ...keys })).toBe(what);
});
