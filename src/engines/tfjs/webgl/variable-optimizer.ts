import type * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '../../trainer.ts';
import type { VariableOptimizer } from '../device.ts';
import type { WebglBackend } from './program.ts';
import { createParameterState } from './state.ts';

/** Trains a variable in one program, and hands its weights to the tf.layers model in another. */
export function createWebglVariableOptimizer(webgl: WebglBackend, variable: tf.Variable, rule: UpdateRule): VariableOptimizer {
  const { size, shape } = variable;
  const columns = shape.at(-1) as number;
  const rows = size / columns;
  const state = createParameterState(webgl, rows, columns, rule);

  function assign(): void {
    const weights = state.weights();
    const shaped = weights.reshape(shape);
    variable.assign(shaped);
    for (const tensor of [weights, shaped]) tensor.dispose();
  }

  return {
    update(gradient, step) {
      const inputs = { Gradient: gradient.reshape([rows, columns]) };
      state.update({ inputs, code: matrixGradientCode(columns) }, step);
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

const matrixGradientCode = (columns: number): string => `
  float gradientAt(int row, int column, float weight) { return readMatrix(Gradient, ${columns}, row, column); }
`;
