import { expect, it } from 'vitest';
import { builtPath } from './built-path.ts';

const SCOPE = 'https://example.org/some/folder/';
const KNOWN = new Set(['', 'favicon.svg', 'data/ml-latest-small.zip']);
const pathOf = (url: string, method = 'GET') => builtPath({ method, url }, SCOPE, KNOWN);

it('finds the page by its folder and by its file, whatever the address says besides', () => {
  expect(pathOf(SCOPE)).toBe('');
  expect(pathOf(`${SCOPE}index.html`)).toBe('');
  expect(pathOf(`${SCOPE}?from=mail#epochs=2`)).toBe('');
});

it('finds the files of the build, and parts of the build before', () => {
  expect(pathOf(`${SCOPE}data/ml-latest-small.zip`)).toBe('data/ml-latest-small.zip');
  expect(pathOf(`${SCOPE}assets/ExplainModel-Abcd1234.js`)).toBe('assets/ExplainModel-Abcd1234.js');
});

it('leaves everything else to the browser', () => {
  expect(pathOf(`${SCOPE}grouplens/ml-1m.zip`)).toBeUndefined();
  expect(pathOf('https://example.org/some/other/')).toBeUndefined();
  expect(pathOf('https://files.grouplens.org/datasets/movielens/ml-1m.zip')).toBeUndefined();
  expect(pathOf(SCOPE, 'POST')).toBeUndefined();
});
