import type * as tf from '@tensorflow/tfjs';

/** Updates the variables of one model. Gradients and moments stay where the backend keeps them. */
export interface Optimizer {
  /** `step` counts from 1. */
  apply(gradients: ReadonlyMap<string, tf.Tensor>, step: number, learningRate: number): void;
  /** Forgets the moments. */
  reset(): void;
  dispose(): void;
}
