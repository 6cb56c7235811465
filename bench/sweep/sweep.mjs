// @ts-check
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { table } from '../table.mjs';
import { sweepInPage } from './sweep-in-page.mjs';

/** @typedef {import('../../src/core/run-record.ts').RunRecord} RunRecord */

const AXES = 'learningRate:log:0.00125:0.04:6;l2:log:0.01:0.27:4';
const CANDIDATES = 24;
const SWEEPS = [
  { name: 'grid', sweep: `grid,full,24,1,rmse,0;${AXES}`, trials: CANDIDATES },
  { name: 'grid, halving', sweep: `grid,halving,24,1,rmse,0;${AXES}`, trials: CANDIDATES + 6 + 2 },
  { name: 'grid, Hyperband', sweep: `grid,hyperband,24,1,rmse,0;${AXES}`, trials: 13 + 5 + 2 + (7 + 3) + 4 },
];

/** Sweeps over 24 settings of a dot product on the bundled data, whole, by halving and by Hyperband. @param {readonly string[]} words of the command line, without the command @param {string} root of the repository @returns {Promise<string>} what to print */
export async function sweep(words, root) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      settings: { type: 'string', default: 'listWeight=0' },
      folder: { type: 'string', default: 'dist' },
    },
  });
  const { settings, folder } = values;
  if (folder === 'dist') ensureBuild();
  const rows = [];
  let ofGrid = 0;
  for (const { name, sweep, trials } of SWEEPS) {
    const { seconds, records } = await sweepInPage({ folder: path.resolve(root, folder), settings, sweep, trials });
    const training = sum(records.flatMap((record) => ownEpochs(record, records).map((epoch) => epoch.seconds)));
    ofGrid ||= seconds;
    const best = Math.min(...records.map(errorOf));
    const lanes = mostAtOnce(records);
    rows.push([
      name,
      `${records.length}`,
      `${lanes}`,
      seconds.toFixed(2),
      training.toFixed(2),
      percent((lanes * seconds) / training - 1),
      percent(seconds / ofGrid),
      best.toFixed(4),
    ]);
  }
  return table(
    ['sweep', 'trials', 'at once', 'seconds', 'of training', 'beyond it', 'of the grid', 'best validation RMSE'],
    rows,
  );
}

/** Without those of the trial that it went on from. @param {RunRecord} record @param {readonly RunRecord[]} records */
const ownEpochs = (record, records) => record.epochs.slice(before(record, records)?.epochs.length ?? 0);

/** @param {RunRecord} record @param {readonly RunRecord[]} records */
const before = ({ group }, records) => records.find((other) => other.group?.place === (group?.place ?? 0) - CANDIDATES);

/** How many trials were trained side by side at most: in the middle of each, since the clocks of its ends differ by a millisecond. @param {readonly RunRecord[]} records */
function mostAtOnce(records) {
  const spans = records.map((record) => {
    const own = (record.seconds ?? 0) - (before(record, records)?.seconds ?? 0);
    return { from: record.startedAt, to: record.startedAt + 1000 * own };
  });
  const middles = spans.map(({ from, to }) => (from + to) / 2);
  return Math.max(...middles.map((at) => spans.filter(({ from, to }) => from <= at && at < to).length));
}

/** Of the best epoch. @param {RunRecord} record */
const errorOf = ({ epochs, outcome }) =>
  outcome === 'failed'
    ? Number.POSITIVE_INFINITY
    : Math.min(...epochs.map((epoch) => epoch.validationError ?? Number.POSITIVE_INFINITY));

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(0)} %`;
