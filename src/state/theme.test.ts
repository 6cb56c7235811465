import { expect, it } from 'vitest';
import type { LabClient } from '../lab/client.ts';
import { createNotebook } from './notebook.ts';
import { keepTheme } from './theme.ts';

const storageWith = (theme: string | null) => {
  const kept = new Map(theme === null ? [] : [['matinee.theme', theme]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

it('takes up the theme of the last visit and keeps the next', () => {
  const storage = storageWith('dark');
  const notebook = createNotebook({} as LabClient, [], { page: '', bundled: '' });
  keepTheme(notebook, () => storage);
  expect(notebook.store.getState().theme).toBe('dark');
  notebook.actions.setTheme('light');
  expect(storage.getItem('matinee.theme')).toBe('light');
});

it('starts with the system’s where nothing usable is kept or storage is barred', () => {
  const notebook = createNotebook({} as LabClient, [], { page: '', bundled: '' });
  keepTheme(notebook, () => storageWith('<script>'));
  expect(notebook.store.getState().theme).toBe('system');
  keepTheme(notebook, () => {
    throw new Error('barred');
  });
  notebook.actions.setTheme('dark');
  expect(notebook.store.getState().theme).toBe('dark');
});
