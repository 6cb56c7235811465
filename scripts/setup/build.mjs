// @ts-check
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runNpm } from './run.mjs';

/** What the built page is made from. */
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build-simd.mjs',
  'scripts/security-headers.mjs',
];

/** Made by the build itself. */
const GENERATED = path.join('src', 'engines', 'simd', 'generated');

/**
 * Builds the page, unless dist/ is newer than all of its sources.
 *
 * @throws Error with a sentence for the user when that fails
 */
export async function buildPage() {
  const built = await stat(path.join(ROOT, 'dist', 'index.html')).catch(() => undefined);
  if (built && (await newest(ROOT, SOURCES, [GENERATED])) <= built.mtimeMs) return;
  console.log('Building the page …');
  const code = await runNpm(['run', '--silent', 'build']);
  if (code !== 0) throw new Error('The page could not be built: the lines above say why.');
}

/**
 * When something at or below `names` last changed. Folders count: theirs is the only date that tells of a deleted file.
 *
 * @param {string} root
 * @param {readonly string[]} names relative to root
 * @param {readonly string[]} ignored relative to root
 * @returns {Promise<number>} milliseconds since 1970; 0 when nothing is there
 */
export async function newest(root, names, ignored) {
  const dates = names
    .filter((name) => !ignored.includes(name))
    .map(async (name) => {
      const found = await stat(path.join(root, name)).catch(() => undefined);
      if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
      const children = await readdir(path.join(root, name));
      const below = await newest(
        root,
        children.map((child) => path.join(name, child)),
        ignored,
      );
      return Math.max(found.mtimeMs, below);
    });
  return Math.max(0, ...(await Promise.all(dates)));
}
