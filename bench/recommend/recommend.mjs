// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { bundle, createNodeHost } from '../node-host.mjs';
import { table } from '../table.mjs';
import { answersInPage } from './answers-in-page.mjs';

/** @typedef {typeof import('../recommend.ts')} Lists */
/** @typedef {import('../recommend/models.ts').ModelTitle} ModelTitle */

const PARTS = /** @type {const} */ (['answers', 'lists', 'fold']);
const USAGE = 'npm run bench -- recommend [--part answers|lists|fold] [--users 30] [--all] [--only NAME] [--folder dist]';

/** What is asked in the page, on data of the size of MovieLens 1M: an epoch is enough to be asked. */
const ASKED = [
  { settings: 'epochs=1', folds: true },
  { settings: 'model=mlp&epochs=1', folds: true },
  { settings: 'model=ease', folds: true },
];
/** @type {readonly ModelTitle[]} */
const FOLDED = ['dot, stars and list', 'dot, stars', 'iALS', 'ALS-WR', 'EASE'];

/**
 * How long an answer takes in the page, whether lists are those of sorting all movies, and whether users who are folded in get their lists back.
 *
 * @param {readonly string[]} words of the command line, without the command
 * @param {string} root of the repository
 * @returns {Promise<string>} what to print
 */
export async function recommend(words, root) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      part: { type: 'string' },
      users: { type: 'string', default: '30' },
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      folder: { type: 'string', default: 'dist' },
    },
  });
  const { part, all, only, folder } = values;
  if (part !== undefined && !PARTS.some((name) => name === part)) throw new Error(`There is no part "${part}".\n${USAGE}`);
  const isWanted = (/** @type {typeof PARTS[number]} */ name) => part === undefined || part === name;
  const found = [];
  if (isWanted('answers')) {
    if (folder === 'dist') ensureBuild();
    found.push(await describeAnswers(path.resolve(root, folder)));
  }
  if (isWanted('lists') || isWanted('fold')) {
    const lists = await importBundle();
    const bundled = await lists.load({ kind: 'file', file: await bundledFile(root) });
    const pick = (/** @type {readonly ModelTitle[]} */ titles) => titles.filter((title) => title.includes(only));
    const users = all ? Number.POSITIVE_INFINITY : Number(values.users);
    if (isWanted('lists')) found.push(await describeLists(lists, 'the bundled data', bundled, pick(lists.TITLES), users));
    if (isWanted('lists') && all) {
      const shape = { users: 6040, movies: 3706, ratings: 1_000_209 };
      const synthetic = lists.withTraits(await lists.load({ kind: 'synthetic', shape, seed: 1 }));
      found.push(await describeLists(lists, 'synthetic-1m', synthetic, pick(lists.TITLES), 500));
    }
    if (isWanted('fold')) found.push(await describeFolding(lists, bundled, pick(FOLDED), Math.min(users, 67)));
  }
  return found.join('\n\n');
}

/** @param {string} folder */
async function describeAnswers(folder) {
  const data = 'synthetic-1m';
  const measured = await answersInPage({ folder, data, models: ASKED });
  const rows = measured.map(({ settings, first, answer, worker, click }) => [
    settings,
    tenths(first),
    ...[answer, worker, click].flatMap((times) => (times ? [tenths(times.median), tenths(times.most)] : ['–', '–'])),
  ]);
  const columns = [data, 'first, ms', 'answer, ms', 'most', 'in the worker', 'most', 'list after a rating of You, ms', 'most'];
  return table(columns, rows);
}

/** @param {Lists} lists @param {string} name @param {Awaited<ReturnType<Lists['load']>>} data @param {readonly ModelTitle[]} titles @param {number} users */
async function describeLists(lists, name, data, titles, users) {
  const host = await createNodeHost(1);
  const rows = [];
  for (const title of titles) {
    const found = await lists.compareModel(data, host, title, users);
    rows.push([
      title,
      ...[found.users, found.lists, found.wrong, found.beyondRounding].map(String),
      found.rounding.toExponential(1),
    ]);
  }
  const columns = [name, 'users', 'lists', 'other than sorting', 'other than in double precision', 'rounding, of the spread'];
  return table(columns, rows);
}

/** @param {Lists} lists @param {Awaited<ReturnType<Lists['load']>>} data @param {readonly ModelTitle[]} titles @param {number} users */
async function describeFolding(lists, data, titles, users) {
  const host = await createNodeHost(1);
  const rows = [];
  for (const title of titles) {
    const found = await lists.foldModel(data, host, title, users);
    if (found) rows.push([title, found.overlap.toFixed(3), ...[found.median, found.most, found.few].map(tenths)]);
  }
  const columns = [`folded in, of ${users} users`, 'overlap@10', 'CPU ms', 'most', 'of five ratings'];
  return table(columns, rows);
}

/** @param {number} milliseconds */
const tenths = (milliseconds) => milliseconds.toFixed(1);

/** @param {string} root */
async function bundledFile(root) {
  const name = 'ml-latest-small.zip';
  return new File([await readFile(path.join(root, 'public/data', name))], name);
}

/** Beside the packages that it imports. @returns {Promise<Lists>} */
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
