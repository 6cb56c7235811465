// @ts-check
import { buildReport } from '../train/report.mjs';
import { trainInPage } from '../train/train-in-page.mjs';

export const GOAL = 0.86;

/**
 * @typedef {object} TimeTo
 * @property {number | null} seconds from the click on Train until the page has heard of the epoch; null where the goal was not reached
 * @property {number} best validation RMSE of all epochs
 */

/**
 * How long the page takes to a validation RMSE worth having, with its own settings for the dot product and stars alone.
 *
 * @param {string} folder a built page
 * @returns {Promise<TimeTo>}
 */
export async function timeToRmse(folder) {
  const settings = /** @type {const} */ ({ model: 'dot', listWeight: 0, batchSize: 2048 });
  const { epochs } = buildReport(await trainInPage({ data: { kind: 'synthetic-1m' }, settings, folder, isolated: true }));
  const reached = epochs.find(({ validationRmse }) => validationRmse <= GOAL);
  return { seconds: reached?.secondsSinceClick ?? null, best: Math.min(...epochs.map(({ validationRmse }) => validationRmse)) };
}

/**
 * What the page's default takes, which learns a list beside the stars.
 *
 * @param {string} folder a built page
 */
export async function describeDefault(folder) {
  const { epochs } = buildReport(await trainInPage({ data: { kind: 'synthetic-1m' }, settings: {}, folder, isolated: true }));
  const fastest = Math.min(...epochs.map(({ seconds }) => seconds));
  const last = epochs.at(-1);
  return `The default on synthetic-1m, stars and list: ${fastest} s an epoch, ${epochs.length} epochs in ${last?.secondsSinceClick} s after the click on Train, RMSE ${last?.validationRmse}`;
}

/** @param {TimeTo} result @returns {string} */
export function describeTimeTo({ seconds, best }) {
  const what = `Validation RMSE ≤ ${GOAL} on synthetic-1m, dot + bias, batch 2,048, the page's other defaults`;
  return seconds === null ? `${what}: not reached; ${best} at best` : `${what}: ${seconds} s after the click on Train`;
}
