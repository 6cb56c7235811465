import * as tf from '@tensorflow/tfjs';
import { fillDropoutMask } from '../../../core/dropout.ts';
import { toExactUnit } from '../../../core/exact-sum.ts';
import { type LossName, lossSlopes, reportedSum } from '../../../core/loss.ts';
import type { Device } from '../device.ts';
import { createArrayBag } from './bag.ts';
import { type ArrayBatch, type ArrayLookup, createArrayEpochBatches } from './batch.ts';
import { memoryOf } from './memory.ts';
import { createArrayTable } from './table.ts';
import { createArrayVariableOptimizer } from './variable-optimizer.ts';

/** For the backends whose tensors JavaScript can see, cpu and wasm: one pass a table, where tfjs would run about ten operations. */
export function createArrayDevice(loss: LossName): Device<ArrayLookup, ArrayBatch> {
  let total = 0;
  return {
    createTable: createArrayTable,
    createBag: createArrayBag,
    createVariableOptimizer: createArrayVariableOptimizer,
    createEpochBatches: createArrayEpochBatches,
    createLookup: (pairs) => ({ size: pairs.users.length, pairs }),
    dot: (a, b) => tf.sum(tf.mul(a, b), 1, true),
    scale: (x, factor, offset) => tf.add(tf.mul(x, factor), offset),
    activationGradient: (activation, y, dy) => tf.mul(dy, activation === 'relu' ? tf.step(y) : tf.mul(y, tf.sub(1, y))),
    dropoutMask: (key, rate, [rows, columns]) =>
      tf.tensor2d(fillDropoutMask(new Float32Array(rows * columns), key, rate), [rows, columns]),
    addLoss(predictions, { targets }) {
      total += toExactUnit(reportedSum(loss, memoryOf(predictions), targets));
    },
    async takeLoss() {
      const taken = total;
      total = 0;
      return taken;
    },
    resetLoss() {
      total = 0;
    },
    errorGradient(predictions, { targets, size }) {
      const slopes = lossSlopes(loss, memoryOf(predictions), targets);
      return tf.tensor2d(
        Float32Array.from(slopes, (slope) => slope / size),
        [size, 1],
      );
    },
    dispose() {},
  };
}
