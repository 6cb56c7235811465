import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { featureCases, measureParity, PARITY_LIMITS, parityCases } from '../parity.ts';
import { RESUMPTION_CASES, resume } from '../resumption.ts';
import { registerKernels } from './kernels/register.ts';
import { createTfjsTrainer } from './trainer.ts';

/** Once for both backends: the reference, which is slow, is trained once a case. */
const CASES = [...parityCases(['adam', 'sgd', 'adagrad']), ...featureCases(['adam', 'sgd', 'adagrad'])];

describe.each(['cpu', 'wasm'])('parity with the reference on tfjs %s', (backend) => {
  beforeAll(async () => {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
    setWasmPaths(join(folder, '/'));
    await tf.setBackend(backend);
    registerKernels();
  });

  test.each(CASES)('$label', async (parity) => {
    const before = tf.memory().numTensors;
    const error = await measureParity(parity, createTfjsTrainer);
    console.info(
      `${backend} · ${parity.label}: loss ${error.loss.toExponential(1)}, prediction ${error.prediction.toExponential(1)}`,
    );
    expect(error.loss).toBeLessThan(PARITY_LIMITS.loss);
    expect(error.prediction).toBeLessThan(PARITY_LIMITS.prediction);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each(RESUMPTION_CASES.filter(({ optimizer }) => optimizer !== 'lazy-adam'))(
    'goes on from a state as if nothing had happened: $label',
    async (parity) => {
      const { through, resumed } = await resume(parity, createTfjsTrainer);
      expect(resumed).toEqual([through]);
    },
  );
});
