// @ts-check
/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {'notebook' | import('../../src/core/jobs/job-configuration.ts').JobKind} ExportKind */
/** @typedef {'rmse' | 'ndcg@10'} FigureName */
/**
 * @typedef {object} ExportCase
 * @property {string} name
 * @property {ExportKind} kind
 * @property {Overrides} settings what the page trains and exports
 * @property {readonly FigureName[]} figures what is compared
 */

const STARS = { listWeight: 0 };
const FEATURES = { genres: true, releaseYear: true, ratedSet: true };
/** What Spark's explicit ALS solves, solved by the page. */
const ROWS = /** @type {const} */ ({ optimizer: 'als', biases: false, target: 'standardised', listWeight: 0 });

/** @type {readonly ExportCase[]} */
export const CASES = [
  { name: 'notebook-dot-stars', kind: 'notebook', settings: { model: 'dot', ...STARS }, figures: ['rmse'] },
  { name: 'notebook-dot-both', kind: 'notebook', settings: { model: 'dot' }, figures: ['rmse', 'ndcg@10'] },
  { name: 'notebook-mlp-stars', kind: 'notebook', settings: { model: 'mlp', ...STARS }, figures: ['rmse'] },
  { name: 'notebook-hybrid-stars', kind: 'notebook', settings: { model: 'hybrid', ...STARS, ...FEATURES }, figures: ['rmse'] },
  { name: 'notebook-dot-list', kind: 'notebook', settings: { model: 'dot', loss: 'implicit' }, figures: ['ndcg@10'] },
  { name: 'notebook-mlp-list', kind: 'notebook', settings: { model: 'mlp', listWeight: 1 }, figures: ['ndcg@10'] },
  { name: 'notebook-hybrid-list', kind: 'notebook', settings: { model: 'hybrid', listWeight: 1 }, figures: ['ndcg@10'] },
  { name: 'spark-als-explicit', kind: 'spark', settings: { model: 'dot', ...ROWS }, figures: ['rmse'] },
  { name: 'spark-als-implicit', kind: 'spark', settings: { model: 'dot', loss: 'implicit' }, figures: ['ndcg@10'] },
  { name: 'tensorflow-dot', kind: 'tensorflow', settings: { model: 'dot', ...STARS }, figures: ['rmse'] },
  { name: 'tensorflow-mlp', kind: 'tensorflow', settings: { model: 'mlp', ...STARS }, figures: ['rmse'] },
  { name: 'tensorflow-hybrid', kind: 'tensorflow', settings: { model: 'hybrid', ...STARS }, figures: ['rmse'] },
];

/**
 * The cases whose names have one of some words, which commas separate, in them; all where there are none.
 *
 * @param {string} words
 * @returns {readonly ExportCase[]}
 * @throws Error with all names where a word is in none of them
 */
export function casesNamed(words) {
  const wanted = words.split(',').map((word) => word.trim());
  const unknown = wanted.find((word) => !CASES.some(({ name }) => name.includes(word)));
  if (unknown !== undefined) {
    throw new Error(`No case is called ${unknown}. There are ${CASES.map(({ name }) => name).join(', ')}.`);
  }
  return CASES.filter(({ name }) => wanted.some((word) => name.includes(word)));
}

/**
 * Why a case cannot be run, in one sentence; null where it can.
 *
 * @param {ExportCase} one
 * @param {{ data: string, java: boolean }} here
 * @returns {string | null}
 */
export function hindranceOf({ kind }, { data, java }) {
  if (kind === 'spark' && !java) return 'There is no Java on the path.';
  return kind === 'notebook' && data !== 'bundled' ? 'A notebook makes up other ratings than the page.' : null;
}
