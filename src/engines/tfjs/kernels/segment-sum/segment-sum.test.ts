import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { registerKernels } from '../register.ts';
import { SEGMENT_SUM } from './inputs.ts';

const stockOnCpu = tf.getKernel(SEGMENT_SUM, 'cpu');

const batches = fc.record({ rows: fc.integer({ min: 1, max: 9 }), width: fc.integer({ min: 1, max: 5 }) }).chain((shape) =>
  fc.record({
    rows: fc.constant(shape.rows),
    width: fc.constant(shape.width),
    ids: fc.array(fc.integer({ min: 0, max: shape.rows - 1 }), { minLength: 1, maxLength: 12 }),
  }),
);

/** tfjs' own kernel where there is one, on the same inputs. */
async function sumOn(backend: 'cpu' | 'wasm', { ids, rows, width }: { ids: number[]; rows: number; width: number }) {
  await tf.setBackend(backend);
  const sum = tf.tidy(() => {
    const x = tf.tensor2d(
      Float32Array.from({ length: ids.length * width }, (_, i) => Math.fround(Math.sin(i))),
      [ids.length, width],
    );
    return tf.unsortedSegmentSum(x, tf.tensor1d(ids, 'int32'), rows);
  });
  const result = { shape: sum.shape, values: [...(await sum.data())] };
  sum.dispose();
  return result;
}

beforeAll(async () => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  await tf.setBackend('wasm');
});

test('gives what the stock kernel of the cpu backend gives, on cpu and on wasm', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      tf.unregisterKernel(SEGMENT_SUM, 'cpu');
      tf.registerKernel(stockOnCpu);
      const stock = await sumOn('cpu', batch);
      registerKernels();
      for (const backend of ['cpu', 'wasm'] as const) {
        const { shape, values } = await sumOn(backend, batch);
        expect(shape).toEqual(stock.shape);
        values.forEach((value, i) => {
          expect(value).toBeCloseTo(stock.values[i] as number, 5);
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('gives tf.layers.embedding its gradient on cpu and on wasm, where there was none', async () => {
  registerKernels();
  for (const backend of ['cpu', 'wasm'] as const) {
    await tf.setBackend(backend);
    const model = tf.sequential({ layers: [tf.layers.embedding({ inputDim: 4, outputDim: 2, inputLength: 3 })] });
    const ids = tf.tensor2d([[1, 3, 1]], [1, 3], 'int32');
    const weights = tf.tensor3d([10, 20, 30, 40, 50, 60], [1, 3, 2]);
    const { grads } = tf.variableGrads(() => tf.sum(tf.mul(model.apply(ids) as tf.Tensor, weights)));
    const [gradient] = Object.values(grads);
    expect(await gradient?.array(), backend).toEqual([
      [0, 0],
      [60, 80],
      [0, 0],
      [30, 40],
    ]);
    model.dispose();
  }
});

test('replaces the kernel once, however often it is asked', () => {
  registerKernels();
  const ours = tf.getKernel(SEGMENT_SUM, 'cpu');
  registerKernels();
  expect(tf.getKernel(SEGMENT_SUM, 'cpu')).toBe(ours);
  expect(ours).not.toBe(stockOnCpu);
});
