import type * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '../../trainer.ts';
import type { VariableOptimizer } from '../device.ts';
import type { WebgpuBackend } from './program.ts';
import { createParameterState } from './state.ts';

/** Trains a variable in one program, and hands its weights to the tf.layers model in another. */
export function createWebgpuVariableOptimizer(webgpu: WebgpuBackend, variable: tf.Variable, rule: UpdateRule): VariableOptimizer {
  const { size, shape } = variable;
  const columns = shape.at(-1) as number;
  const state = createParameterState(webgpu, size / columns, columns, rule);

  function assign(): void {
    const weights = state.weights();
    const shaped = weights.reshape(shape);
    variable.assign(shaped);
    for (const tensor of [weights, shaped]) tensor.dispose();
  }

  return {
    update(gradient, step) {
      state.update({ inputs: { Gradient: gradient }, code: GRADIENT }, step);
      assign();
    },
    load(values) {
      state.load(values);
      assign();
    },
    readValues: state.readValues,
    dispose: state.dispose,
  };
}

const GRADIENT = 'fn gradientAt(index : i32, weight : f32) -> f32 { return Gradient[index]; }';
