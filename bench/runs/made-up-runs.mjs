// @ts-check
/** @typedef {import('../../src/core/run-record.ts').RunRecord} RunRecord */

const MODELS = /** @type {const} */ (['dot', 'mlp', 'hybrid']);
const RATES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];
const DATA = {
  name: 'MovieLens Latest Small',
  sha256: 'a'.repeat(64),
  ratings: 100_836,
  reading: '01234567',
  feedback: /** @type {const} */ ('ratings'),
};

/**
 * Runs as a sweep leaves them: a few settings differ, the curves are smooth.
 *
 * @param {number} count
 * @param {number} epochs
 * @param {typeof import('../../src/core/settings/defaults.ts').resolve} resolve
 * @returns {RunRecord[]}
 */
export const madeUpRuns = (count, epochs, resolve) =>
  Array.from({ length: count }, (_, at) => {
    const [model, learningRate] = [MODELS[at % 3] ?? 'dot', RATES[at % 7] ?? 0.01];
    const floor = 0.86 + Math.abs(Math.log10(learningRate / 0.01)) / 40 + ((at * 37) % 100) / 4000;
    const factors = [8, 16, 32, 64][at % 4] ?? 8;
    return {
      version: 1,
      id: `made-up-${at}`,
      number: at + 1,
      startedAt: 1.7e12 + at * 60_000,
      name: '',
      note: at % 9 === 0 ? 'tried before lunch' : '',
      origin: 'hand',
      configuration: resolve({
        model,
        learningRate,
        userFactors: factors,
        movieFactors: factors,
        l2: at % 5 === 0 ? 0 : 10 ** -(2 + (at % 4)),
        seed: at % 2,
        epochs,
      }),
      data: DATA,
      engine: { name: 'simd', label: 'WebAssembly SIMD' },
      epochs: Array.from({ length: epochs }, (_, epoch) => ({
        epoch: epoch + 1,
        trainError: floor - 0.1 + 0.3 / (epoch + 1),
        validationError: floor + 0.2 / (epoch + 1),
        sampleNdcg: 0.3 - floor / 5 + epoch / 1000,
        seconds: 0.05 + (at % 11) / 100,
      })),
      baselines: { globalMean: 1.04, biases: 0.9 },
      test: null,
      outcome: 'done',
      taken: null,
      parameters: 10_000 * factors,
      seconds: 3,
    };
  });
