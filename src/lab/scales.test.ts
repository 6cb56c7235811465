import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { classRatings } from '../core/class-ratings.fixture.ts';
import type { Overrides } from '../core/hyperparameters.ts';
import { sizeOf } from '../core/settings/data-size.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createReferenceTrainer } from '../engines/reference/trainer.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import { registerKernels } from '../engines/tfjs/kernels/register.ts';
import { createTfjsTrainer } from '../engines/tfjs/trainer.ts';
import type { CreateTrainer } from '../engines/trainer.ts';
import { trainOut } from './train-out.fixture.ts';

tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths(join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')), '/'));
const host = await createNodeHost(1);

const onBackend =
  (backend: 'cpu' | 'wasm'): CreateTrainer =>
  async (options) => {
    await tf.setBackend(backend);
    registerKernels();
    return createTfjsTrainer(options);
  };

const ENGINES: readonly (readonly [string, CreateTrainer, Overrides])[] = [
  ['reference', async (options) => createReferenceTrainer(options), {}],
  ['SIMD', (options) => createSimdTrainer(options, host), {}],
  // They learn stars alone.
  ['tfjs cpu', onBackend('cpu'), { listWeight: 0 }],
  ['tfjs wasm', onBackend('wasm'), { listWeight: 0 }],
];
const SETTINGS: readonly (readonly [string, Overrides])[] = [
  ['dot', {}],
  ['dot, stars, gravity, Huber', { listWeight: 0, gravity: 1, loss: 'huber' }],
  ['dot, sigmoid, clipped', { output: 'sigmoid', clip: 0.01 }],
  ['MLP', { model: 'mlp' }],
  ['hybrid', { model: 'hybrid' }],
  ['min–max', { target: 'min-max', output: 'sigmoid' }],
];

/** The validation error as a share of the global mean's. */
async function relativeError(times: number, create: CreateTrainer, overrides: Overrides): Promise<number> {
  const ratings = classRatings(1, times);
  const { epochs, baselines } = await trainOut(ratings, resolve({ epochs: 6, ...overrides }, sizeOf(ratings.count)), create);
  return (epochs.at(-1)?.validationError ?? Number.NaN) / (baselines?.globalMean ?? Number.NaN);
}

describe.each(ENGINES)('on %s the same ratings on other scales give the same model', (engine, create, alone) => {
  const possible = SETTINGS.filter(([, { gravity }]) => gravity === undefined || !engine.startsWith('tfjs'));
  test.each(possible)('%s', async (_, overrides) => {
    const asStars = await relativeError(1, create, { ...alone, ...overrides });
    for (const times of [20, 1 / 5]) {
      const error = await relativeError(times, create, { ...alone, ...overrides });
      expect(Math.abs(error / asStars - 1)).toBeLessThan(0.005);
    }
  });
});
