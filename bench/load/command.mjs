// @ts-check
/** `npm run bench -- load …`: gives the built page a file of ratings, in a headless browser, and prints how long it took. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadInPage } from './load-in-page.mjs';
import { FORMATS, SHAPES, syntheticZip } from './synthetic.mjs';

const USAGE = `npm run bench -- load --data <synthetic-25m|synthetic-1m|path of a file of ratings>
  [--format csv|dat|u.data] [--unisolated] [--folder dist] [--json]`;

const STRING = /** @type {const} */ ({ type: 'string' });
const SWITCH = /** @type {const} */ ({ type: 'boolean', default: false });

/** @param {readonly string[]} words of the command line, without "load" @throws Error with a sentence for the user */
export function readLoadOptions(words) {
  const { data, format, folder, json, unisolated } = parse(words);
  if (typeof data !== 'string') throw new Error(`--data is missing.\n${USAGE}`);
  if (!Object.hasOwn(FORMATS, String(format))) throw new Error(`--format takes csv, dat or u.data, not "${format}".`);
  return {
    data,
    format: /** @type {keyof typeof FORMATS} */ (format),
    folder: String(folder),
    json: Boolean(json),
    isolated: !unisolated,
  };
}

/** @param {readonly string[]} words @returns {Record<string, string | boolean | undefined>} */
function parse(words) {
  const defaults = { format: { ...STRING, default: 'csv' }, folder: { ...STRING, default: 'dist' } };
  const options = { data: STRING, ...defaults, json: SWITCH, unisolated: SWITCH };
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

/** @param {ReturnType<typeof readLoadOptions>} options @param {string} root @returns {Promise<string>} what to print */
export async function runLoad({ data, format, folder, json, isolated }, root) {
  const file = Object.hasOwn(SHAPES, data) ? await syntheticZip(/** @type {keyof typeof SHAPES} */ (data), format) : data;
  if (!(await stat(file).catch(() => null))?.isFile()) throw new Error(`There is no file "${data}".`);
  const report = await loadInPage({ path: path.resolve(file), folder: path.resolve(root, folder), isolated });
  if (json) return JSON.stringify(report, null, 2);
  const phases = Object.entries(report.loadMs).map(([phase, time]) => `${phase} ${time} ms`);
  return [
    `${report.name}: ${report.ratings} ratings, ${report.users} users, ${report.movies} movies`,
    phases.join(', '),
    `Longest silence of the lab ${report.longestSilenceMs} ms; longest task of the page thread ${report.longestTaskMs ?? 'unknown'} ms; peak memory ${report.peakMemoryMb ?? 'unknown'} MB.`,
    ...report.notes.map(({ kind, count, rule }) => `${kind}: ${count}. ${rule}`),
  ].join('\n');
}
