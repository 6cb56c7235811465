import { expect, it } from 'vitest';
import { dataProvenance } from './provenance.ts';

const elapsed = { fetch: 100, parse: 240 };

it('names release, file, hash and time', () => {
  expect(dataProvenance({ kind: 'bundled', name: 'Small', file: 'small.zip', sha256: 'abc', elapsed })).toEqual([
    'Small',
    'SHA-256 abc',
    'loaded in 340 ms',
  ]);
  expect(dataProvenance({ kind: 'file', name: 'MovieLens 1M', file: 'x.zip', sha256: 'abc', elapsed })).toEqual([
    'MovieLens 1M',
    'your file x.zip',
    'SHA-256 abc',
    'loaded in 340 ms',
  ]);
});

it('leaves out what there is none of', () => {
  expect(dataProvenance({ kind: 'file', name: 'x.csv', file: 'x.csv', sha256: null, elapsed })).toEqual([
    'x.csv',
    'your file',
    'loaded in 340 ms',
  ]);
  expect(dataProvenance({ kind: 'synthetic', name: 'Synthetic', file: null, sha256: null, elapsed: { generate: 300 } })).toEqual([
    'Synthetic',
    'made in 300 ms',
  ]);
});
