import { expect, test } from 'vitest';
import { createNotebook } from '../../state/notebook.ts';
import { embeddingsSlice } from './slice.ts';

const open = () =>
  createNotebook({ call: async () => undefined }, [embeddingsSlice], {
    page: 'https://here.example/',
    bundled: 'https://here.example/data.zip',
  });

test('the address has what is chosen, and an address brings it back', () => {
  const notebook = open();
  expect(notebook.address()).toBe('');
  notebook.actions.chooseInEmbeddings({ view: 'map', method: 'umap', colour: 'year', movieId: 7 });
  expect(notebook.address()).toBe('#embeddings=map&map=umap&mapColour=year&movie=7');
  const other = open();
  other.open(notebook.address());
  expect(other.store.getState().embeddings).toEqual({ view: 'map', method: 'umap', colour: 'year', movieId: '7' });
  other.open('');
  expect(other.address()).toBe('');
});

test('what is none of the choices is told of, and as it starts is used', () => {
  const notebook = open();
  notebook.open('#map=tsne&mapColour=year');
  const { embeddings, addressProblems } = notebook.store.getState();
  expect(embeddings).toMatchObject({ method: 'pca', colour: 'year' });
  expect(addressProblems).toEqual([
    { group: 'embeddings', message: 'The address says “tsne” for map, which is none of the choices; “pca” is used.' },
  ]);
});
