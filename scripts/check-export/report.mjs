// @ts-check
import { table } from '../../bench/table.mjs';

/** @typedef {import('./check-case.mjs').Checked} Checked */
/**
 * @typedef {object} Outcome what came of a case
 * @property {string} name
 * @property {Checked} [checked]
 * @property {string} [skipped] why it was not run
 * @property {string} [failure] why it did not end
 */

const COLUMNS = ['case', 'figure', 'page', 'exported', 'difference', 'allowed', 'seconds, page and exported', 'result'];

/** A row for each figure, and one for the movies of a job. @param {readonly Outcome[]} outcomes @returns {string} */
export const summaryOf = (outcomes) => table(COLUMNS, outcomes.flatMap(rowsOf));

/** Whether what was run agrees with the page. @param {Outcome} outcome @returns {boolean} */
export function agrees({ checked, skipped }) {
  if (checked === undefined) return skipped !== undefined;
  return checked.comparisons.every(isWithin) && isSameList(checked);
}

/** @param {Outcome} outcome @returns {string[][]} */
function rowsOf({ name, checked, skipped, failure = '' }) {
  if (checked === undefined) {
    const said = skipped === undefined ? `FAILED: ${failure.split('\n')[0]}` : `skipped: ${skipped}`;
    return [[name, ...COLUMNS.slice(2).map(() => ''), said]];
  }
  const { comparisons, movies, seconds } = checked;
  const took = `${seconds.page.toFixed(1)}, ${seconds.exported.toFixed(0)}`;
  const rows = comparisons.map((comparison) => {
    const { figure, page, exported, allowed } = comparison;
    const numbers = [page, exported, exported - page, allowed].map((number) => number.toFixed(4));
    return [name, figure.toUpperCase(), ...numbers, took, isWithin(comparison) ? 'ok' : 'FAILED'];
  });
  if (movies === null) return rows;
  const [shown, wanted] = [movies.shown.join(' '), movies.wanted.join(' ')];
  return [...rows, [name, 'five movies', shown, wanted, '', '', '', isSameList(checked) ? 'ok' : 'FAILED']];
}

/** @param {Checked['comparisons'][number]} comparison */
const isWithin = ({ page, exported, allowed }) => Math.abs(exported - page) <= allowed;

/** @param {Checked} checked */
const isSameList = ({ movies }) => movies === null || (movies.wanted.length > 0 && movies.shown.join() === movies.wanted.join());
