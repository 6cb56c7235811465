import * as tf from '@tensorflow/tfjs';
import { ADAM, type OptimizerName } from '../trainer.ts';
import type { Optimizer } from './optimizer.ts';

/** What is used of the backends that keep tensors in memory that JavaScript sees. */
interface ArrayBackend {
  typedArrayFromHeap?(tensor: tf.TensorInfo): Float32Array;
  readonly data?: { get(dataId: tf.DataId): { readonly values: Float32Array } };
}

/** The tensor's own memory, not a copy. Valid until the next allocation. */
function memoryOf(tensor: tf.Tensor): Float32Array {
  const backend = tf.backend() as unknown as ArrayBackend;
  return backend.typedArrayFromHeap?.(tensor) ?? (backend.data?.get(tensor.dataId).values as Float32Array);
}

/** Updates weights in place, one pass a table, where tfjs would run about ten operations over each. For cpu and wasm. */
export function createArrayOptimizer(name: OptimizerName, variables: ReadonlyMap<string, tf.Variable>): Optimizer {
  const moments = new Map(
    [...variables].map(([key, { size }]) => [key, { first: new Float32Array(size), second: new Float32Array(size) }]),
  );
  return {
    apply(gradients, step, learningRate) {
      for (const [key, variable] of variables) {
        const weights = memoryOf(variable);
        const gradient = memoryOf(gradients.get(key) as tf.Tensor);
        if (name === 'sgd') {
          descend(weights, gradient, learningRate);
        } else {
          const { first, second } = moments.get(key) as { first: Float32Array; second: Float32Array };
          adam(weights, gradient, first, second, adamRate(step, learningRate));
        }
        if (!key.endsWith('/embeddings')) renew(variable, weights);
      }
    },
    reset() {
      for (const { first, second } of moments.values()) {
        first.fill(0);
        second.fill(0);
      }
    },
    dispose() {},
  };
}

/** Gives a variable a new identity: XNNPACK packs the weights of a matrix product once per tensor and would go on with the old. */
function renew(variable: tf.Variable, values: Float32Array): void {
  const fresh = tf.tensor(values.slice(), variable.shape);
  variable.assign(fresh);
  fresh.dispose();
}

/** The learning rate with Adam's bias correction folded in. `step` counts from 1. */
export function adamRate(step: number, learningRate: number): number {
  return (learningRate * Math.sqrt(1 - ADAM.beta2 ** step)) / (1 - ADAM.beta1 ** step);
}

function descend(weights: Float32Array, gradient: Float32Array, rate: number): void {
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) - rate * (gradient[i] as number);
}

function adam(w: Float32Array, gradient: Float32Array, first: Float32Array, second: Float32Array, rate: number): void {
  const { beta1, beta2, epsilon } = ADAM;
  for (let i = 0; i < w.length; i++) {
    const g = gradient[i] as number;
    const m = beta1 * (first[i] as number) + (1 - beta1) * g;
    const v = beta2 * (second[i] as number) + (1 - beta2) * g * g;
    first[i] = m;
    second[i] = v;
    w[i] = (w[i] as number) - (rate * m) / (Math.sqrt(v) + epsilon);
  }
}
