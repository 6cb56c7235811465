import { expect, test } from 'vitest';
import { createNotebook } from '../../state/notebook.ts';
import { COLOURS, known, METHODS, unusable } from './choices.ts';
import { embeddingsSlice } from './slice.ts';

const URLS = { page: 'https://here.example/', bundled: 'https://here.example/data.zip' };
const open = () => createNotebook({ call: async () => undefined }, [embeddingsSlice], URLS);

test('the address has what is chosen, and an address brings it back', () => {
  const notebook = open();
  expect(notebook.address()).toBe('');
  notebook.actions.chooseInEmbeddings({ view: 'map', method: 'umap', colour: 'year', movieId: 7 });
  expect(notebook.address()).toBe('#embeddings=map&map=umap&mapColour=year&movie=7');
  const other = open();
  other.open(notebook.address());
  expect(other.store.getState().embeddings).toEqual({ view: 'map', method: 'umap', colour: 'year', movieId: '7' });
  expect(unusable(other.store.getState().embeddings)).toBeNull();
  other.open('');
  expect(other.address()).toBe('');
});

test('what is none of the choices is told of, and the first is used', () => {
  const notebook = open();
  notebook.open('#map=mds&mapColour=constructor');
  const { embeddings } = notebook.store.getState();
  expect([known(embeddings.method, METHODS), known(embeddings.colour, COLOURS)]).toEqual(['pca', 'genre']);
  expect(unusable(embeddings)).toBe('The address says “mds”, which is none of the choices. “PCA” is used.');
});
