import * as tf from '@tensorflow/tfjs';
import type { ActivationName } from '../../models/graph.ts';

/** How a backend computes what stock layers compute: in fewer operations, and without sending constants to the GPU. */
export interface LayerOperations {
  /** Row-wise inner product of two (batch, width) matrices: (batch, 1). */
  dot(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D;
  /** factor · x + offset, elementwise. */
  scale(x: tf.Tensor2D, factor: number, offset: number): tf.Tensor2D;
  /** The gradient with respect to the activation's input, from that with respect to its output y. */
  activationGradient(activation: ActivationName, y: tf.Tensor2D, dy: tf.Tensor2D): tf.Tensor2D;
  /** Draws the mask (batch, width) of the dropout layer with this number, counted from 0. */
  drawMask(layer: number, rate: number, shape: readonly [number, number]): tf.Tensor2D;
}

/** `operations.dot` with its gradient: (dy · b, dy · a). */
export function dot(operations: LayerOperations, a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor {
  return differentiable([a, b], (save) => {
    save([a, b]);
    const value = operations.dot(a, b);
    return { value, gradFunc: (dy, [a, b]) => [tf.mul(dy, b as tf.Tensor), tf.mul(dy, a as tf.Tensor)] };
  });
}

/** `operations.scale` with its gradient: factor · dy. */
export function scale(operations: LayerOperations, x: tf.Tensor2D, factor: number, offset: number): tf.Tensor {
  return differentiable([x], () => {
    const value = operations.scale(x, factor, offset);
    return { value, gradFunc: (dy) => operations.scale(dy as tf.Tensor2D, factor, 0) };
  });
}

/** The activation with `operations.activationGradient` for its gradient. */
export function activate(operations: LayerOperations, x: tf.Tensor2D, activation: ActivationName): tf.Tensor {
  return differentiable([x], (save) => {
    const value = activation === 'relu' ? tf.relu(x) : tf.sigmoid(x);
    save([value]);
    return { value, gradFunc: (dy, [y]) => operations.activationGradient(activation, y as tf.Tensor2D, dy as tf.Tensor2D) };
  });
}

interface Differentiable {
  readonly value: tf.Tensor;
  /** From the gradient with respect to `value` and the saved tensors, the gradient with respect to each input. */
  gradFunc(dy: tf.Tensor, saved: readonly tf.Tensor[]): tf.Tensor | tf.Tensor[];
}

/** `tf.customGrad` whose types tell the inputs from the function that saves tensors for the gradient. */
export function differentiable(
  inputs: readonly tf.Tensor[],
  forward: (save: (tensors: tf.Tensor[]) => void) => Differentiable,
): tf.Tensor {
  return tf.customGrad((...args) => forward(args.at(-1) as tf.GradSaveFunc))(...inputs);
}
