// @ts-check
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { table } from '../table.mjs';
import { buildReport } from '../train/report.mjs';
import { trainInPage } from '../train/train-in-page.mjs';
import { preparePython, python } from './python.mjs';
import { waitForQuiet } from './quiet.mjs';
import { GOAL } from './time-to-rmse.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {{ folder: string, train: string, held: string, signal: AbortSignal }} Field */
/** Seconds of fitting, the error of the held-out ratings, and the rounds they took. @typedef {readonly (readonly [number, number, number])[]} Curve */
/** @typedef {{ name: string, run: (field: Field) => Promise<Curve> }} Fitter */

const FACTORS = 50;
const EPOCHS = 20;
const SWEEPS = 100;
const PATIENCE = 20;

/** setuptools: what myFM imports was taken out of later versions. */
const PACKAGES = ['cornac', 'surprise', 'myfm', 'pandas', 'numpy', 'scipy'];
const INSTALL = ['setuptools<80', 'cornac', 'scikit-surprise', 'myfm', 'pandas', 'numpy', 'scipy'];

/** @type {readonly Fitter[]} */
const OURS = [
  inThePage('Matinee, SGD by rating', { optimizer: 'sgd-by-rating', epochs: EPOCHS }),
  inThePage('Matinee, Adam, batch 2,048', { batchSize: 2048 }),
];

/** @type {readonly Fitter[]} */
const THEIRS = [
  inPython('Cornac MF, one thread', 'cornac', FACTORS, EPOCHS),
  inPython('Surprise SVD', 'surprise', FACTORS, EPOCHS),
  inPython('myFM, Gibbs, rank 20', 'myfm', 20, SWEEPS),
  inPython('myFM, flipped, rank 20', 'myfm-flipped', 20, SWEEPS),
];

/**
 * Fits dot products with biases to stars in the page and with its peers, on the same parts of synthetic-1m, and describes the fastest of some rounds.
 *
 * @param {number} rounds
 * @param {string} only who has this in the name
 * @param {Field} field
 * @returns {Promise<string>}
 */
export async function compareFits(rounds, only, field) {
  const missing = preparePython('Cornac, Surprise and myFM', PACKAGES, INSTALL);
  const fitters = [...OURS, ...(missing === null ? THEIRS : [])].filter(({ name }) => name.toLowerCase().includes(only));
  /** @type {string[][]} */
  const rows = [];
  for (const { name, run } of fitters) {
    /** @type {Curve[]} */
    const curves = [];
    for (let round = 0; round < rounds; round++) {
      field.signal.throwIfAborted();
      await waitForQuiet(PATIENCE);
      curves.push(await run(field));
    }
    rows.push(describe(name, curves));
    console.error(rows.at(-1)?.join(', '));
  }
  const shown = table(['fit to stars', 's a round', 'rounds', 's in all', `s to RMSE ≤ ${GOAL}`, 'RMSE, best', 'last'], rows);
  return missing === null ? shown : `${shown}\n${missing}`;
}

/** With a tenth held out by seed 1, as in the files. @param {string} name @param {Overrides} settings @returns {Fitter} */
function inThePage(name, settings) {
  const plain = { model: /** @type {const} */ ('dot'), listWeight: 0, userFactors: FACTORS, movieFactors: FACTORS, seed: 1 };
  return {
    name,
    async run({ folder }) {
      const plan = {
        data: /** @type {const} */ ({ kind: 'synthetic-1m' }),
        settings: { ...plain, ...settings },
        folder,
        isolated: true,
      };
      const { epochs } = buildReport(await trainInPage(plan));
      return epochs.map(({ secondsSinceClick, validationRmse, epoch }) => [secondsSinceClick, validationRmse, epoch]);
    },
  };
}

/** @param {string} name @param {string} who @param {number} factors @param {number} rounds @returns {Fitter} */
function inPython(name, who, factors, rounds) {
  return {
    name,
    async run({ train, held, signal }) {
      const script = fileURLToPath(new URL('fits.py', import.meta.url));
      const files = ['--train', train, '--held', held];
      const words = [script, ...files, '--who', who, '--factors', `${factors}`, '--rounds', `${rounds}`];
      const { stdout } = await promisify(execFile)(python, words, { signal });
      return JSON.parse(stdout).curve;
    },
  };
}

/** @param {string} name @param {readonly Curve[]} curves */
function describe(name, curves) {
  const ends = curves.map((curve) => /** @type {Curve[number]} */ (curve.at(-1)));
  const [seconds, last, rounds] = /** @type {Curve[number]} */ (ends.toSorted(([a], [b]) => a - b)[0]);
  const reached = curves.flatMap((curve) => curve.find(([, rmse]) => rmse <= GOAL)?.[0] ?? []);
  const best = Math.min(...curves.flat().map(([, rmse]) => rmse));
  const toGoal = reached.length > 0 ? Math.min(...reached).toFixed(2) : 'never';
  return [name, (seconds / rounds).toFixed(3), `${rounds}`, seconds.toFixed(2), toGoal, best.toFixed(4), last.toFixed(4)];
}
