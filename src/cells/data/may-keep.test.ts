import { expect, test } from 'vitest';
import { openNotebook } from '../notebook.fixture.ts';
import { rememberMayKeep } from './may-keep.ts';

function visit(kept: Map<string, string>) {
  const notebook = openNotebook({});
  rememberMayKeep(notebook, () => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }));
  return notebook;
}

const answerOf = ({ store }: ReturnType<typeof visit>) => store.getState().kept.mayKeepOwn;

test.each([true, false])('the answer %s holds at the next visit, and the next one after it', (answer) => {
  const kept = new Map<string, string>();
  const first = visit(kept);
  expect(answerOf(first)).toBeNull();
  first.actions.keepOwnFiles(answer);
  const second = visit(kept);
  expect(answerOf(second)).toBe(answer);
  second.actions.keepOwnFiles(!answer);
  expect(answerOf(visit(kept))).toBe(!answer);
});

test('where storage is barred, or holds something else, it is asked again', () => {
  const notebook = openNotebook({});
  rememberMayKeep(notebook, () => {
    throw new DOMException('barred', 'SecurityError');
  });
  expect(answerOf(notebook)).toBeNull();
  expect(answerOf(visit(new Map([['matinee.keep-files', 'perhaps']])))).toBeNull();
});
