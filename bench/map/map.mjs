// @ts-check
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { table } from '../table.mjs';
import { mapInPage } from './map-in-page.mjs';

const SETTINGS = 'listWeight=0&epochs=2&minRatings=1&userFactors=50&movieFactors=50';
const PLANS = [
  { name: 'bundled', hash: SETTINGS, withUmap: false },
  { name: '10,000 of 12,000 movies', hash: `data=synthetic-6000x12000x400000&${SETTINGS}`, withUmap: false },
  { name: '4,000 movies', hash: `data=synthetic-2000x4000x200000&${SETTINGS}`, withUmap: true },
];

/** Measures the map of the Embeddings cell in the built page. @param {readonly string[]} words of the command line, without the command @param {string} root of the repository @returns {Promise<string>} what to print */
export async function map(words, root) {
  const { values } = parseArgs({ args: [...words], options: { folder: { type: 'string', default: 'dist' } } });
  if (values.folder === 'dist') ensureBuild();
  const rows = [];
  for (const { name, hash, withUmap } of PLANS) {
    const measured = await mapInPage({ folder: path.resolve(root, values.folder), hash, withUmap });
    const { points, width, method, picture, longestTask, umap, cancelled } = measured;
    rows.push([name, `${points} × ${width}`, ...[method, picture, longestTask, umap, cancelled].map(whole)]);
  }
  const columns = ['data', 'points', 'PCA, ms', 'first picture, ms', 'longest task, ms', 'UMAP, ms', 'cancelled after, ms'];
  return table(columns, rows);
}

/** @param {number | null} milliseconds */
const whole = (milliseconds) => (milliseconds === null ? '–' : milliseconds.toFixed(0));
