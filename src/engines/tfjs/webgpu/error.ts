import * as tf from '@tensorflow/tfjs';
import { toExactUnit } from '../../../core/exact-sum.ts';
import type { WebgpuBatch } from './batch.ts';
import { launch, launchInPlace, type WebgpuBackend } from './program.ts';

/** The squared errors are added up in so many sums side by side. */
const LANES = 256;

/** A running sum of squared errors on the GPU. */
export interface ErrorSum {
  add(predictions: tf.Tensor2D, batch: WebgpuBatch): void;
  /** What was added since the last call. */
  take(): Promise<number>;
  /** Starts over. */
  reset(): void;
  dispose(): void;
}

export function createErrorSum(webgpu: WebgpuBackend): ErrorSum {
  const zeros = (): tf.Tensor2D => tf.keep(tf.zeros<tf.Rank.R2>([1, LANES]));
  let sums = zeros();
  let taken = 0;
  return {
    add(predictions, { targets, start, size }) {
      const inputs = { Predictions: predictions, Targets: targets };
      launchInPlace(webgpu, sums, LANES, { inputs, ints: { start, count: size }, code: ADD });
    },
    async take() {
      // The sums on the GPU go on, so that their rounding does not depend on when they are read. A copy, since what is read once
      // is not read again.
      const copy = tf.add(sums, 0);
      const parts = await copy.data<'float32'>();
      copy.dispose();
      const before = taken;
      taken = toExactUnit(parts.reduce((sum, part) => sum + part, 0));
      return taken - before;
    },
    reset() {
      sums.dispose();
      sums = zeros();
      taken = 0;
    },
    dispose: () => sums.dispose(),
  };
}

export function errorGradient(
  webgpu: WebgpuBackend,
  predictions: tf.Tensor2D,
  { targets, start, size }: WebgpuBatch,
): tf.Tensor2D {
  const inputs = { Predictions: predictions, Targets: targets };
  return launch(webgpu, [size, 1], { inputs, ints: { start }, floats: { factor: 2 / size }, code: GRADIENT });
}

const ADD = `
  fn run(index : i32) {
    for (var i = index; i < uniforms.count; i += ${LANES}) {
      let error = Predictions[i] - Targets[uniforms.start + i];
      result[index] += error * error;
    }
  }`;

const GRADIENT = `
  fn run(index : i32) {
    result[index] = uniforms.factor * (Predictions[index] - Targets[uniforms.start + index]);
  }`;
