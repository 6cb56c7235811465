// @ts-check

import { buildReport } from '../train/report.mjs';
import { trainInPage } from '../train/train-in-page.mjs';
import { timePytorch } from './pytorch.mjs';
import { timeStock } from './stock.mjs';
import { FACTORS, SECONDS } from './works.mjs';

/** @typedef {import('./works.mjs').Work} Work */
/** What trains against what. @typedef {'matinee' | 'stock' | 'pytorch' | 'pytorch fused'} Side */
/**
 * @typedef {object} Contestant
 * @property {Side} side
 * @property {string} name
 * @property {() => Promise<Result>} run
 *
 * @typedef {{ secondsPerEpoch: number, threads: number | null, remark: string } | { impossible: string }} Result
 */
/** @typedef {{ folder: string, train: string, trainRatings: number, users: number, movies: number, signal: AbortSignal }} Field the same for all */

/** All who train a work. @param {Work} work @param {Field} field @param {boolean} withPytorch @returns {readonly Contestant[]} */
export function contestantsOf(work, field, withPytorch) {
  const matinee = work.matinee.map((entry) => matineeOn(work, entry, field));
  const stock = work.stock.map((entry) => stockTfjs(entry, field));
  const { pytorch } = work;
  if (!withPytorch || pytorch === null) return [...matinee, ...stock];
  return [...matinee, ...stock, ...[false, true].map((fused) => pytorchWith(work, pytorch.steps, fused, field))];
}

/** @param {Work} work @param {Work['matinee'][number]} entry @param {Field} field @returns {Contestant} */
function matineeOn({ model, batch }, { engine, isolated, optimizer, epochs, timeBudget }, { folder }) {
  // As PyTorch and the stock page have it: stars alone, no penalty, and no squeezing of the output.
  const plain = /** @type {const} */ ({ listWeight: 0, l2: 0, biasL2: 0, output: 'raw' });
  const factors = { userFactors: FACTORS, movieFactors: FACTORS };
  const settings = { model, engine, batchSize: batch, optimizer, epochs, timeBudget, ...factors, ...plain };
  const lazily = optimizer === 'lazy-adam' ? ', lazy Adam' : '';
  return {
    side: 'matinee',
    name: `Matinee ${engine}${isolated ? '' : ', not isolated'}${lazily}`,
    async run() {
      const plan = { data: /** @type {const} */ ({ kind: 'synthetic-1m' }), settings, folder, isolated };
      const report = buildReport(await trainInPage(plan));
      const secondsPerEpoch = Math.min(...report.epochs.map(({ seconds }) => seconds));
      return {
        secondsPerEpoch,
        threads: report.threads,
        remark: `best of ${report.epochs.length === 1 ? '1 epoch' : `${report.epochs.length} epochs`} a run, validation included`,
      };
    },
  };
}

/** @param {Work['stock'][number]} entry @param {Field} field @returns {Contestant} */
function stockTfjs({ backend, batch, steps }, { users, movies, trainRatings }) {
  return {
    side: 'stock',
    name: `stock tfjs ${backend}, batch ${batch}`,
    async run() {
      const result = await timeStock({ backend, users, movies, factors: FACTORS, batchSize: batch, steps });
      if ('impossible' in result) return result;
      const secondsPerEpoch = (result.millisecondsPerStep * trainRatings) / batch / 1000;
      return {
        secondsPerEpoch,
        threads: backend === 'webgl' ? null : 1,
        remark: `extrapolated from ${steps} step${steps === 1 ? '' : 's'}`,
      };
    },
  };
}

/** @param {Work} work @param {number} steps @param {boolean} fused @param {Field} field @returns {Contestant} */
function pytorchWith({ model, batch }, steps, fused, { train, trainRatings, signal }) {
  return {
    side: fused ? 'pytorch fused' : 'pytorch',
    name: `PyTorch CPU${fused ? ', fused Adam' : ''}`,
    async run() {
      const { millisecondsPerStep, threads } = await timePytorch({ ratings: train, model, batch, steps, fused, signal });
      const secondsPerEpoch = (millisecondsPerStep * trainRatings) / batch / 1000;
      return { secondsPerEpoch, threads, remark: `the fastest ${steps} steps of ${SECONDS} s, extrapolated` };
    },
  };
}
