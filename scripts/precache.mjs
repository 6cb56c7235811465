// @ts-check
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isolationHeaders } from './security-headers.mjs';

/** @typedef {import('../src/service-worker/build.ts').Build} Build */

export const SCRIPT = 'service-worker.js';

/**
 * What the service worker of a built page keeps: every file but itself and the source maps.
 *
 * @param {string} folder
 * @returns {Promise<Build>}
 */
export async function describeBuild(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== SCRIPT && !name.endsWith('.map'))
    .sort();
  const files = await Promise.all(names.map((name) => describeFile(folder, name)));
  const content = { files, isolation: isolationHeaders };
  return { version: hash('sha256', JSON.stringify(content), 'hex').slice(0, 16), ...content };
}

/** @param {string} folder @param {string} name */
async function describeFile(folder, name) {
  const integrity = `sha384-${hash('sha384', await readFile(path.join(folder, name)), 'base64')}`;
  // Some hosts redirect from index.html to the folder, and what was redirected cannot answer for a page.
  return { path: name === 'index.html' ? '' : name, integrity };
}

/** @param {string} algorithm @param {string | Buffer} content @param {import('node:crypto').BinaryToTextEncoding} encoding */
function hash(algorithm, content, encoding) {
  return createHash(algorithm).update(content).digest(encoding);
}

/**
 * Builds `src/service-worker/` beside the page, as a classic script, which every browser takes, and writes into it what was built.
 *
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  const input = ['index.html', 'src/service-worker/service-worker.ts'];
  return {
    name: 'matinee:service-worker',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { input, output: { entryFileNames: nameOfEntry } } } }),
    generateBundle(_, bundle) {
      const chunk = bundle[SCRIPT];
      if (chunk?.type !== 'chunk' || chunk.imports.length > 0 || chunk.dynamicImports.length > 0) {
        this.error(`${SCRIPT} has to stand alone: a classic script imports nothing.`);
      }
    },
    writeBundle: {
      order: 'post',
      async handler({ dir = 'dist' }) {
        const script = path.join(dir, SCRIPT);
        const build = JSON.stringify(await describeBuild(dir));
        await writeFile(
          script,
          (await readFile(script, 'utf8')).replace('__BUILD__', () => build),
        );
      },
    },
  };
}

/** @param {{ name: string }} chunk */
const nameOfEntry = ({ name }) => (`${name}.js` === SCRIPT ? SCRIPT : 'assets/[name]-[hash].js');
