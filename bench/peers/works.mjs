// @ts-check
/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {import('../../src/core/hyperparameters.ts').EngineName} EngineName */

/**
 * One thing to train, and who trains it.
 *
 * @typedef {object} Work
 * @property {string} title
 * @property {'dot' | 'mlp'} model
 * @property {number} batch
 * @property {readonly MatineeEntry[]} matinee
 * @property {readonly { backend: 'webgl' | 'wasm' | 'cpu', batch: number, steps: number }[]} stock
 * @property {{ steps: number } | null} pytorch batches of a pass, of which the fastest is extrapolated to an epoch
 *
 * @typedef {{ engine: EngineName, isolated: boolean, optimizer: 'adam' | 'lazy-adam', epochs: number, timeBudget: number }} MatineeEntry `isolated`: with threads; `timeBudget`: seconds after which no epoch begins, 0 for none
 */

export const FACTORS = 50;

/** That each has for a work: pytorch_mf.py goes on for so long. */
export const SECONDS = 8;

/** Our own engine has as long as PyTorch has: the fastest of many epochs stands against the fastest of many passes. */
const TIMED = { epochs: 100, timeBudget: SECONDS };

/** @param {EngineName} engine @param {Partial<MatineeEntry>} [extra] @returns {MatineeEntry} */
const on = (engine, extra = {}) => ({
  engine,
  isolated: true,
  optimizer: 'adam',
  ...(engine === 'simd' ? TIMED : { epochs: 1, timeBudget: 0 }),
  ...extra,
});

const UNISOLATED = { isolated: false };
const LAZY = /** @type {const} */ ({ optimizer: 'lazy-adam' });

/** A step of stock WebGL takes seconds at 2,048 already, and the time of an epoch no longer falls from 512 on. @type {readonly Work[]} */
export const WORKS = [
  {
    title: 'dot + bias, Adam, batch 2,048',
    model: 'dot',
    batch: 2048,
    matinee: [on('simd'), on('simd', UNISOLATED), on('webgl'), on('wasm')],
    stock: [
      { backend: 'webgl', batch: 512, steps: 4 },
      { backend: 'webgl', batch: 2048, steps: 2 },
      { backend: 'cpu', batch: 64, steps: 1 },
      { backend: 'wasm', batch: 64, steps: 1 },
    ],
    pytorch: { steps: 100 },
  },
  {
    title: 'dot + bias, batch 256',
    model: 'dot',
    batch: 256,
    matinee: [on('simd', LAZY), on('simd', { ...LAZY, ...UNISOLATED }), on('simd')],
    stock: [],
    pytorch: { steps: 100 },
  },
  {
    title: 'MLP 64-32, Adam, batch 2,048',
    model: 'mlp',
    batch: 2048,
    matinee: [on('simd'), on('simd', UNISOLATED), on('webgl'), on('wasm')],
    stock: [],
    pytorch: { steps: 100 },
  },
  {
    title: 'dot + bias, Adam, batch 8,192',
    model: 'dot',
    batch: 8192,
    matinee: [on('simd'), on('webgl', { epochs: 2 })],
    stock: [],
    pytorch: { steps: 50 },
  },
];
