// @ts-check
/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {'notebook' | import('../../src/core/jobs/job-configuration.ts').JobKind} ExportKind */
/**
 * @typedef {object} ExportCase
 * @property {string} name
 * @property {ExportKind} kind
 * @property {Overrides} settings what the page trains and exports
 */

const STARS = { listWeight: 0 };

/** @type {readonly ExportCase[]} */
export const CASES = [
  { name: 'notebook dot stars', kind: 'notebook', settings: { model: 'dot', ...STARS } },
  { name: 'notebook MLP stars', kind: 'notebook', settings: { model: 'mlp', ...STARS } },
  { name: 'notebook hybrid stars', kind: 'notebook', settings: { model: 'hybrid', ...STARS } },
  { name: 'notebook dot list', kind: 'notebook', settings: { model: 'dot', loss: 'implicit' } },
  { name: 'notebook MLP list', kind: 'notebook', settings: { model: 'mlp', listWeight: 1 } },
  { name: 'notebook hybrid list', kind: 'notebook', settings: { model: 'hybrid', listWeight: 1 } },
  { name: 'spark stars', kind: 'spark', settings: { model: 'dot', ...STARS, biases: false, target: 'standardised' } },
  { name: 'spark list', kind: 'spark', settings: { model: 'dot', loss: 'implicit' } },
  { name: 'tensorflow dot', kind: 'tensorflow', settings: { model: 'dot', ...STARS } },
  { name: 'tensorflow MLP', kind: 'tensorflow', settings: { model: 'mlp', ...STARS } },
  { name: 'tensorflow hybrid', kind: 'tensorflow', settings: { model: 'hybrid', ...STARS } },
];
