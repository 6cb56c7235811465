import { expect, it } from 'vitest';
import { loadingCode } from './code.ts';

it('names the file that was loaded and checks its hash', () => {
  const code = loadingCode({ url: 'https://example.org/data/ml-1m.zip', sha256: 'abc123' });
  expect(code).toContain('path = "ml-1m.zip"');
  expect(code).toContain('.hexdigest() == "abc123"');
});

it('cannot be broken out of by a file name', () => {
  expect(loadingCode({ url: 'x/"; import os', sha256: '' })).toContain('path = "\\"; import os"');
});

it('checks nothing before there is a hash to compare with', () => {
  expect(loadingCode(null)).not.toContain('assert');
});
