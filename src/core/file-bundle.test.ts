import { expect, test } from 'vitest';
import { BUNDLE_TYPE, bundleFiles } from './file-bundle.ts';

const of = (name: string, size: number) => ({ path: name, file: new File([new Uint8Array(size)], name) });

test('is a multiple of 512 bytes long, with room for a header and the end', async () => {
  expect(bundleFiles([of('a.csv', 0)]).size).toBe(3 * 512);
  expect(bundleFiles([of('a.csv', 1), of('b.csv', 512)]).size).toBe(6 * 512);
});

test('is called by what it holds', () => {
  const names = [[of('a.csv', 1)], [of('a.csv', 1), of('b.csv', 1)], [of('a.csv', 1), of('b.csv', 1), of('c.csv', 1)]];
  expect(names.map((files) => bundleFiles(files).name)).toEqual(['a.csv', 'a.csv and b.csv', 'a.csv and 2 more']);
  expect(bundleFiles([of('a.csv', 1)]).type).toBe(BUNDLE_TYPE);
});
