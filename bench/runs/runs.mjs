// @ts-check
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { bundle, dataUrl } from '../node-host.mjs';
import { madeUpRuns } from './made-up-runs.mjs';
import { runsInPage } from './runs-in-page.mjs';

/** @param {readonly string[]} words of the command line, without the command @param {string} root of the repository @returns {Promise<string>} what to print */
export async function runs(words, root) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '500' },
      epochs: { type: 'string', default: '50' },
      rounds: { type: 'string', default: '5' },
      folder: { type: 'string', default: 'dist' },
      json: { type: 'boolean', default: false },
    },
  });
  const { folder, json } = values;
  if (folder === 'dist') ensureBuild();
  const { resolve } = await import(dataUrl(await bundle('../src/core/settings/defaults.ts')).href);
  const records = madeUpRuns(Number(values.runs), Number(values.epochs), resolve);
  const report = await runsInPage({ folder: path.resolve(root, folder), records, rounds: Number(values.rounds) });
  if (json) return JSON.stringify(report, null, 2);
  const sinceRatings = report.openings.map((opening) => opening.sinceRatings);
  const sinceNavigation = report.openings.map((opening) => opening.sinceNavigation);
  return [
    `${values.runs} runs of ${values.epochs} epochs, milliseconds`,
    line('first run drawn, after the ratings', sinceRatings),
    line('the same, after navigation', sinceNavigation),
    ...report.timings.flatMap(({ name, times }) => [
      line(
        name,
        times.map(({ elapsed }) => elapsed),
      ),
      line(
        '  of that work of the page',
        times.map(({ work }) => work),
      ),
    ]),
  ].join('\n');
}

/** @param {string} name @param {readonly number[]} times */
function line(name, times) {
  const sorted = times.map((time) => Math.round(time)).sort((a, b) => a - b);
  const numbers = [sorted[sorted.length >> 1], sorted.at(-1)].map((time) => String(time).padStart(6));
  return `${name.padEnd(42)} median ${numbers[0]}  most ${numbers[1]}   ${times.map((time) => Math.round(time)).join(' ')}`;
}
