import { expect, it } from 'vitest';
import { openNotebook } from '../notebook.fixture.ts';
import { keepAgreements } from './agreements.ts';

const book = () => openNotebook({ 'data/load': async () => ({}) as never, 'data/keepData': async () => ({ sets: [] }) as never });

function storageOf(kept: Record<string, string>) {
  const setItem = (key: string, value: string): void => {
    kept[key] = value;
  };
  return { getItem: (key: string) => kept[key] ?? null, setItem };
}

it('takes up what was agreed to, and remembers more', () => {
  const kept: Record<string, string> = { 'matinee.terms': 'ml-100k.zip' };
  const notebook = book();
  keepAgreements(notebook, () => storageOf(kept));
  expect(notebook.store.getState().agreed).toEqual(['ml-100k.zip']);
  void notebook.actions.download('https://files.grouplens.org/datasets/movielens/ml-1m.zip');
  expect(kept).toEqual({ 'matinee.terms': 'ml-100k.zip ml-1m.zip' });
});

it('takes up nothing odd', () => {
  const notebook = book();
  keepAgreements(notebook, () => storageOf({ 'matinee.terms': `<b> ${'x'.repeat(99)} ml-1m.zip` }));
  expect(notebook.store.getState().agreed).toEqual(['ml-1m.zip']);
});

it('does without storage', () => {
  const notebook = book();
  keepAgreements(notebook, () => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(notebook.store.getState().agreed).toEqual([]);
});
