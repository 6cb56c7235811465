import { expect, it } from 'vitest';
import { formatMoment } from '../../ui/format.ts';
import { dataProvenance } from './provenance.ts';

const elapsed = { fetch: 100, parse: 240 };
const fetchedAt = 1_700_000_000_000;
const FILE = { kind: 'file', name: 'x.csv', file: 'x.csv', url: null, fetchedAt, sha256: 'abc', elapsed } as const;

it('names release, file, hash and times', () => {
  const bundled = { ...FILE, kind: 'bundled', name: 'Small', file: 'small.zip', url: 'https://here.example/small.zip' } as const;
  expect(dataProvenance(bundled)).toEqual(['Small', 'comes with this page', 'SHA-256 abc', 'loaded in 340 ms']);
  expect(dataProvenance({ ...FILE, name: 'MovieLens 1M', file: 'x.zip' })).toEqual([
    'MovieLens 1M',
    'your file x.zip',
    `opened ${formatMoment(fetchedAt)}`,
    'SHA-256 abc',
    'loaded in 340 ms',
  ]);
});

it('names the host of what was fetched', () => {
  const url = 'https://files.grouplens.org/datasets/movielens/ml-1m.zip';
  const parts = dataProvenance({ ...FILE, kind: 'url', name: 'MovieLens 1M', file: 'ml-1m.zip', url });
  expect(parts.slice(1, 3)).toEqual(['ml-1m.zip from files.grouplens.org', `fetched ${formatMoment(fetchedAt)}`]);
});

it('leaves out what there is none of', () => {
  expect(dataProvenance({ ...FILE, sha256: null })).toEqual([
    'x.csv',
    'your file',
    `opened ${formatMoment(fetchedAt)}`,
    'loaded in 340 ms',
  ]);
  const synthetic = { ...FILE, kind: 'synthetic', name: 'Synthetic', file: null, fetchedAt: null, sha256: null } as const;
  expect(dataProvenance({ ...synthetic, elapsed: { generate: 300 } })).toEqual(['Synthetic', 'made in 300 ms']);
});
