import { expect, test } from 'vitest';
import { readKeptView, writeKeptView } from './kept-view.ts';

function storage(kept: string | null = null) {
  let text = kept;
  return () => ({
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value;
    },
  });
}
const barred = () => {
  throw new DOMException('barred', 'SecurityError');
};

test('the columns that were chosen are found again', () => {
  const open = storage();
  writeKeptView(open, { differencesOnly: false, byHand: { seed: true, when: false } });
  expect(readKeptView(open)).toEqual({ differencesOnly: false, byHand: { seed: true, when: false } });
});

test('what cannot be a choice counts for nothing', () => {
  expect(readKeptView(storage())).toEqual({});
  expect(readKeptView(storage('{"byHand":{"seed":"yes","when":true},"differencesOnly":1}'))).toEqual({ byHand: { when: true } });
  for (const text of ['{', 'null', '7', '[]']) expect(readKeptView(storage(text))).toEqual({});
});

test('a browser that bars storage is no reason to fail', () => {
  expect(readKeptView(barred)).toEqual({});
  expect(() => writeKeptView(barred, { differencesOnly: true, byHand: {} })).not.toThrow();
});
