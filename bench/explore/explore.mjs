// @ts-check
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { exploreInPage } from './explore-in-page.mjs';

const USAGE = 'npm run bench -- explore [--data bundled|synthetic-1m] [--folder dist] [--json]';

/** @param {readonly string[]} words of the command line, without the command @param {string} root of the repository @returns {Promise<string>} what to print */
export async function explore(words, root) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string', default: 'synthetic-1m' },
      folder: { type: 'string', default: 'dist' },
      json: { type: 'boolean', default: false },
    },
  });
  const { data, folder, json } = values;
  if (data !== 'bundled' && data !== 'synthetic-1m')
    throw new Error(`--data takes bundled or synthetic-1m, not "${data}".\n${USAGE}`);
  if (folder === 'dist') ensureBuild();
  const { clickToDrawnMs, passMs, ...origin } = await exploreInPage({ data, folder: path.resolve(root, folder) });
  const report = { ...origin, clickToDrawnMs: summarise(clickToDrawnMs), passMs: summarise(passMs) };
  if (json) return JSON.stringify(report, null, 2);
  const line = (/** @type {string} */ name, /** @type {ReturnType<typeof summarise>} */ { median, most }) =>
    `${name}: median ${median} ms, most ${most} ms`;
  return `${report.data}, ${report.ratings} ratings\n${line('from the click to the drawn charts', report.clickToDrawnMs)}\n${line('of that the pass in the worker', report.passMs)}`;
}

/** @param {readonly number[]} times */
function summarise(times) {
  const sorted = times.map((time) => Math.round(time * 10) / 10).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, most: sorted.at(-1) ?? 0, inOrder: times.map(Math.round) };
}
