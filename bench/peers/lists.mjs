// @ts-check
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { table } from '../table.mjs';
import { buildReport } from '../train/report.mjs';
import { trainInPage } from '../train/train-in-page.mjs';
import { preparePython, python } from './python.mjs';
import { waitForQuiet } from './quiet.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {{ folder: string, train: string, signal: AbortSignal }} Field */
/**
 * What ranks movies, and who does the same outside the page.
 *
 * @typedef {{ title: string, who: string, peer: string, ours: Overrides, peerRounds: number }} ListWork
 */

const FACTORS = 64;
const SWEEPS = 12;
const factors = { userFactors: FACTORS, movieFactors: FACTORS };

/** @type {readonly ListWork[]} */
const WORKS = [
  {
    title: `iALS, ${FACTORS} factors, ${SWEEPS} sweeps`,
    who: 'ials',
    peer: 'implicit',
    ours: { loss: 'implicit', liked: 'high', epochs: SWEEPS, ...factors },
    peerRounds: SWEEPS,
  },
  {
    title: `BPR, ${FACTORS} factors, 20 epochs`,
    who: 'bpr',
    peer: 'implicit',
    ours: { loss: 'bpr', epochs: 20, ...factors },
    peerRounds: 20,
  },
  { title: 'EASE^R', who: 'ease', peer: 'NumPy', ours: { model: 'ease', liked: 'high', ridge: 500 }, peerRounds: 1 },
];

const PATIENCE = 20;

/**
 * Trains what ranks movies in the page and with its peers, in turn, and describes the best of some rounds.
 *
 * @param {number} rounds
 * @param {Field} field
 * @returns {Promise<string>}
 */
export async function compareLists(rounds, field) {
  const missing = preparePython('implicit', ['implicit', 'numpy', 'scipy']);
  const rows = [];
  for (const work of WORKS) {
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const peer = [];
    for (let round = 0; round < rounds; round++) {
      field.signal.throwIfAborted();
      await waitForQuiet(PATIENCE);
      ours.push(await timeOurs(work.ours, field));
      if (missing === null) peer.push(await timePeer(work, field));
    }
    rows.push(describe(work, Math.min(...ours), Math.min(...peer)));
    console.error(rows.at(-1)?.join(', '));
  }
  const shown = table(['lists', 'Matinee simd, s', 'peer', 'peer, s', 'peer ÷ it'], rows);
  return missing === null ? shown : `${shown}\n${missing}`;
}

/** Seconds of all epochs, checks included. @param {Overrides} settings @param {Field} field */
async function timeOurs(settings, { folder }) {
  const plan = { data: /** @type {const} */ ({ kind: 'synthetic-1m' }), settings, folder, isolated: true };
  return buildReport(await trainInPage(plan)).epochs.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** @param {ListWork} work @param {Field} field @returns {Promise<number>} */
async function timePeer({ who, peerRounds }, { train, signal }) {
  const script = fileURLToPath(new URL('lists.py', import.meta.url));
  const words = [script, '--ratings', train, '--who', who, '--factors', `${FACTORS}`, '--rounds', `${peerRounds}`];
  // implicit has threads of its own, which those of BLAS would only be in the way of.
  const env = { ...process.env, ...(who === 'ease' ? {} : { OPENBLAS_NUM_THREADS: '1' }) };
  const { stdout } = await promisify(execFile)(python, words, { signal, env });
  return JSON.parse(stdout).seconds;
}

/** @param {ListWork} work @param {number} ours @param {number} peer */
function describe({ title, peer: name }, ours, peer) {
  const seconds = (/** @type {number} */ value) => (Number.isFinite(value) ? value.toFixed(2) : '–');
  return [title, seconds(ours), name, seconds(peer), Number.isFinite(ours / peer) ? `${(peer / ours).toFixed(2)} ×` : '–'];
}
