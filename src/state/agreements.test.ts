import { expect, it } from 'vitest';
import type { Lab } from '../lab/protocol.ts';
import { keepAgreements } from './agreements.ts';
import { createNotebook } from './notebook.ts';

const URLS = { page: 'https://here.example/', bundled: 'https://here.example/data.zip' };
const book = () => createNotebook({ load: async () => ({}), keepData: async () => ({ sets: [] }) } as unknown as Lab, URLS);

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
