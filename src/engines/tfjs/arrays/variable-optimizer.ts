import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '../../trainer.ts';
import type { VariableOptimizer } from '../device.ts';
import { memoryOf } from './memory.ts';
import { createArrayParameter } from './parameter.ts';

/**
 * Trains a variable in JavaScript's memory. The variable gets a new tensor at every step: XNNPACK packs the weights of a
 * matrix product once per tensor and would go on with the old.
 */
export function createArrayVariableOptimizer(variable: tf.Variable, rule: UpdateRule): VariableOptimizer {
  const { weights, update, load, readValues } = createArrayParameter(variable.size, rule);

  function assign(): void {
    // tfjs' cpu backend keeps the array that it is given.
    const fresh = tf.tensor(weights.slice(), variable.shape);
    variable.assign(fresh);
    fresh.dispose();
  }

  return {
    update(gradient, step) {
      update(0, memoryOf(gradient), step);
      assign();
    },
    load(values) {
      load(values);
      assign();
    },
    readValues,
    dispose() {},
  };
}
