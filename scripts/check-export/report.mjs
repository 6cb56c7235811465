// @ts-check
import { table } from '../../bench/table.mjs';

/** @typedef {import('./stages.mjs').Check} Check */
/** @typedef {import('./cases.mjs').FigureName} FigureName */

/** Of a notebook, which trains the same way on the same split: stars. */
const NOTEBOOK_STARS = 0.003;
/** Of everything else, a share of the page's figure. */
const SHARE = 0.02;

const COLUMNS = ['case', 'figure', 'page', 'exported', 'difference', 'allowed', 'seconds, page and exported', 'result'];

/** A row for each figure, and one for the movies of a job. @param {readonly Check[]} checks @returns {string} */
export const summaryOf = (checks) => table(COLUMNS, checks.flatMap(rowsOf));

/** Whether what was run agrees with the page; what was skipped is not against it. @param {Check} check @returns {boolean} */
export function agrees(check) {
  if (check.skipped !== null) return true;
  if (check.failure !== undefined) return false;
  return check.one.figures.every((figure) => compare(check, figure).ok) && (check.one.kind === 'notebook' || isSameList(check));
}

/** @param {Check} check @returns {string[][]} */
function rowsOf(check) {
  const { one, skipped, failure, movies, page, exported } = check;
  const alone = (/** @type {string} */ words) => [[one.name, ...COLUMNS.slice(2).map(() => ''), words]];
  if (skipped !== null) return alone(`skipped: ${skipped}`);
  if (failure !== undefined) return alone(`FAILED: ${failure.split('\n')[0]}`);
  const took = `${page?.seconds.toFixed(1)}, ${exported?.seconds.toFixed(0)}`;
  const rows = one.figures.map((figure) => {
    const { numbers, ok } = compare(check, figure);
    return [one.name, figure.toUpperCase(), ...numbers, took, resultOf(ok)];
  });
  if (movies === undefined) return rows;
  return [
    ...rows,
    [one.name, 'five movies', movies.shown.join(' '), movies.wanted.join(' '), '', '', '', resultOf(isSameList(check))],
  ];
}

/** @param {Check} check @param {FigureName} figure */
function compare({ one, page, exported }, figure) {
  const [wanted = Number.NaN, found = Number.NaN] = [page?.figures[figure], exported?.figures[figure]];
  const allowed = one.kind === 'notebook' && figure === 'rmse' ? NOTEBOOK_STARS : SHARE * wanted;
  // What was not measured is within nothing.
  const ok = Math.abs(found - wanted) <= allowed;
  return { ok, numbers: [wanted, found, found - wanted, allowed].map((number) => number.toFixed(4)) };
}

/** @param {Check} check */
const isSameList = ({ movies }) =>
  movies !== undefined && movies.wanted.length > 0 && movies.shown.join() === movies.wanted.join();

/** @param {boolean} ok */
const resultOf = (ok) => (ok ? 'ok' : 'FAILED');
