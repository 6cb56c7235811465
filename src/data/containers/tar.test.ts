import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { bundleFiles } from '../../core/file-bundle.ts';
import { readWhole } from './archive-file.ts';
import { openContainer } from './open-container.ts';

const WORDS = { what: 'The file', remedy: 'Get it again.' };

async function contentsOf(file: File): Promise<Readonly<Record<string, string>>> {
  const { files } = await openContainer(file, WORDS);
  const texts = files.map(async (inner) => [inner.path, new TextDecoder().decode(await readWhole(inner, () => {}))] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const bundle = (files: Readonly<Record<string, string>>): File =>
  bundleFiles(Object.entries(files).map(([path, text]) => ({ path, file: new File([text], path.split('/').at(-1) as string) })));

const letters = fc.string({ unit: fc.constantFrom(...'abcé雪 -'), minLength: 1, maxLength: 40 }).map((text) => `x${text}y`);
const path = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));

test('what is put together comes out again, packed by gzip or not, whatever the paths', async () => {
  const files = fc.dictionary(path, fc.string({ maxLength: 1500 }), { minKeys: 1, maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(files, async (files) => {
      const tar = bundle(files);
      expect(await contentsOf(tar)).toEqual({ ...files });
      const packed = gzipSync(new Uint8Array(await tar.arrayBuffer()));
      expect(await contentsOf(new File([packed], 'a.tar.gz'))).toEqual({ ...files });
    }),
    { numRuns: 300 },
  );
});

test('a path of more than 100 bytes may come first', async () => {
  const files = { [`${'folder of films/'.repeat(9)}ratings.csv`]: 'user,item,rating\n', 'movies.csv': '' };
  expect(await contentsOf(bundle(files))).toEqual(files);
});

test.each(['ustar', 'gnu', 'posix', 'v7'])('a tar as the %s format has it, with folders and long names', async (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'tar-'));
  const long = format === 'v7' ? 'short' : 'a-folder-with-a-name/'.repeat(6);
  const files = { 'd/ratings.csv': 'user,item,rating\n', [`d/${long}/movies.csv`.replaceAll('//', '/')]: 'movieId,title\n' };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  execFileSync('tar', [`--format=${format}`, '-cf', 'x.tar', 'd'], { cwd: folder });
  const bytes = readFileSync(join(folder, 'x.tar'));
  rmSync(folder, { recursive: true });
  expect(await contentsOf(new File([bytes], 'x.tar'))).toEqual(files);
});

describe('cut off anywhere', () => {
  test('it is refused or read as far as it goes, never anything else', async () => {
    const whole = new Uint8Array(await bundle({ 'ratings.csv': 'x'.repeat(700), 'movies.csv': 'y' }).arrayBuffer());
    let refused = 0;
    for (let length = 513; length < whole.length; length += 37) {
      const error: unknown = await contentsOf(new File([whole.subarray(0, length)], 'a.tar')).catch((thrown: unknown) => thrown);
      if (error instanceof LabError) refused++;
      else expect(Object.keys(error as object)).toContain('ratings.csv');
    }
    expect(refused).toBeGreaterThan(10);
  });
});
