// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, createNodeHost } from '../node-host.mjs';
import { table } from '../table.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */

/** @type {readonly (readonly [name: string, overrides: Overrides])[]} */
const MODELS = [
  ['dot, stars and list', {}],
  ['dot, stars', { listWeight: 0 }],
  ['dot, list', { listWeight: 1 }],
  ['dot, BPR', { loss: 'bpr', listWeight: 0 }],
  ['iALS', { loss: 'implicit', listWeight: 0 }],
  ['MLP, stars and list', { model: 'mlp' }],
  ['MLP, stars', { model: 'mlp', listWeight: 0 }],
  ['hybrid, stars', { model: 'hybrid', listWeight: 0 }],
  ['EASE', { model: 'ease' }],
  ['item neighbours', { model: 'neighbours' }],
  ['biases', { model: 'bias' }],
  ['most popular', { model: 'popular' }],
  ['mean', { model: 'mean' }],
];

/** Compares the lists of every model with sorting all movies, and folds users in. @param {readonly string[]} words of the command line, without the command @returns {Promise<string>} what to print */
export async function recommend(words) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string', default: 'bundled' },
      users: { type: 'string' },
      fold: { type: 'string', default: '67' },
      epochs: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  const isBundled = values.data === 'bundled';
  const users = Number(values.users ?? (isBundled ? 671 : 500));
  const { load, measureLists } = await importBundle();
  const data = await load(
    isBundled ? await bundledFile() : { kind: 'synthetic', shape: { users: 6040, movies: 3706, ratings: 1_000_209 }, seed: 1 },
  );
  const host = await createNodeHost(1);
  const rows = [];
  for (const [name, overrides] of MODELS) {
    if (!name.includes(values.only)) continue;
    const settings = values.epochs ? { ...overrides, epochs: Number(values.epochs) } : overrides;
    const found = await measureLists(data, host, settings, users, Number(values.fold));
    const { wrong, median, most, overlap, foldMedian, foldMost } = found;
    rows.push([
      name,
      `${found.users}`,
      `${wrong}`,
      ...[median, most].map(tenths),
      overlap?.toFixed(3) ?? '–',
      ...[foldMedian, foldMost].map(tenths),
    ]);
  }
  const columns = ['model', 'users', 'lists that differ', 'answer, ms', 'most', 'overlap@10 folded in', 'folding in, ms', 'most'];
  return table(columns, rows);
}

/** @param {number | null} milliseconds */
const tenths = (milliseconds) => (milliseconds === null ? '–' : milliseconds.toFixed(1));

/** @returns {Promise<import('../../src/data/load.ts').LoadableSource>} */
async function bundledFile() {
  return { kind: 'file', file: new File([await readFile('public/data/ml-latest-small.zip')], 'ml-latest-small.zip') };
}

/** Beside the packages that it imports. @returns {Promise<typeof import('../recommend.ts')>} */
async function importBundle() {
  // As in a page's worker.
  Object.assign(globalThis, { isSecureContext: true });
  const module = path.resolve(`node_modules/.cache/recommend-${process.pid}.mjs`);
  await mkdir(path.dirname(module), { recursive: true });
  await writeFile(module, await bundle('./recommend.ts'));
  const made = await import(pathToFileURL(module).href);
  await rm(module);
  return made;
}
