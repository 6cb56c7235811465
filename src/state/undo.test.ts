import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import type { LabClient } from '../lab/client.ts';
import { createNotebook } from './notebook.ts';
import { defineSlice } from './slice.ts';
import { createUndoStack } from './undo.ts';
import type { Step } from './undo-state.ts';

beforeEach(() => void vi.useFakeTimers());

const noSlice = defineSlice({}, () => ({ actions: {} }));

/** A stack over a value that steps set; a step is dropped where the value is not what it left behind. */
function open() {
  const { store } = createNotebook({} as LabClient, [noSlice], { page: '', bundled: '' });
  const stack = createUndoStack(store);
  const values: { now: number } = { now: 0 };
  const put = (value: number, instead: number): boolean => {
    if (values.now !== instead) return false;
    values.now = value;
    return true;
  };
  const set = (after: number, more: Partial<Step<number>> = {}): void => {
    const before = values.now;
    values.now = after;
    stack.undoable({ words: `Set to ${after}.`, before, after, put, ...more });
  };
  return { ...stack, set, values, state: () => store.getState().undone };
}

describe('what was done', () => {
  test('is undone from the last on, and done again from the first on', async () => {
    const { set, undo, redo, values } = open();
    for (const value of [1, 2, 3]) set(value);
    await undo();
    await undo();
    expect(values.now).toBe(1);
    await redo();
    expect(values.now).toBe(2);
    await undo();
    await undo();
    await undo();
    expect(values.now).toBe(0);
  });

  test('is told, with the button for the contrary', async () => {
    const { set, undo, redo, dismissToast, state } = open();
    set(1);
    expect(state().toast).toEqual({ words: 'Set to 1.', offers: 'undo' });
    await undo();
    expect(state().toast).toEqual({ words: 'Undone: Set to 1.', offers: 'redo' });
    await redo();
    expect(state().toast).toEqual({ words: 'Done again: Set to 1.', offers: 'undo' });
    dismissToast();
    expect(state().toast).toBeNull();
    await undo();
    expect(state().past).toEqual([]);
  });

  test('cannot be done again once something else was done', async () => {
    const { set, undo, redo, values } = open();
    set(1);
    await undo();
    set(5);
    await redo();
    expect(values.now).toBe(5);
  });

  test('is passed over where something else has taken its place', async () => {
    const { set, undo, values, state } = open();
    set(1);
    values.now = 7;
    set(8);
    values.now = 7;
    await undo();
    expect(values.now).toBe(7);
    expect(state().past).toEqual([]);
  });
});

describe('steps of one name', () => {
  test('are one where they follow each other at once', async () => {
    const { set, undo, redo, values, state } = open();
    for (const value of [1, 2, 3]) {
      set(value, { name: 'rate' });
      vi.advanceTimersByTime(500);
    }
    expect(state().past).toHaveLength(1);
    await undo();
    expect(values.now).toBe(0);
    await redo();
    expect(values.now).toBe(3);
  });

  test('are several after a while, and where another stands between them', () => {
    const { set, state } = open();
    set(1, { name: 'rate' });
    vi.advanceTimersByTime(2000);
    set(2, { name: 'rate' });
    set(3, { name: 'epochs' });
    set(4, { name: 'rate' });
    set(5);
    set(6);
    expect(state().past.map(({ after }) => after)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('do not join one that was undone and done again', async () => {
    const { set, undo, redo, state } = open();
    set(1, { name: 'rate' });
    set(2, { name: 'epochs' });
    await undo();
    set(3, { name: 'rate' });
    expect(state().past).toHaveLength(2);
    await redo();
    expect(state().past).toHaveLength(2);
  });
});

test('a step that fails stays, and the toast says why', async () => {
  const { set, undo, values, state } = open();
  const put = vi
    .fn<Step<number>['put']>()
    .mockRejectedValueOnce(new LabError('busy', 'A run is going.', 'Stop it.'))
    .mockImplementation(() => {
      values.now = 0;
      return true;
    });
  set(1, { put });
  await undo();
  expect(state()).toMatchObject({ past: [{ after: 1 }], toast: { words: 'A run is going. Stop it.', offers: null } });
  await undo();
  expect(state().past).toEqual([]);
  expect(values.now).toBe(0);
});

test('two undos at once are done one after the other', async () => {
  const { set, undo, values } = open();
  const slow = async (value: number): Promise<boolean> => {
    await Promise.resolve();
    values.now = value;
    return true;
  };
  set(1, { put: slow });
  set(2, { put: slow });
  await Promise.all([undo(), undo()]);
  expect(values.now).toBe(0);
});
