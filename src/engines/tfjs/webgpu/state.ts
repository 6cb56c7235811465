import * as tf from '@tensorflow/tfjs';
import { keptMoments, type ParameterValues } from '../../moments.ts';
import { ADAM, type OptimizerName } from '../../trainer.ts';
import { type Launch, launch, launchInPlace, type WebgpuBackend } from './program.ts';

/** A parameter on the GPU: one array of its weights, then the moments that are kept, so that one program updates all. */
export interface ParameterState {
  load(values: ParameterValues): void;
  /** (1 + moments kept, numbers); valid until the next `load`. */
  current(): tf.Tensor2D;
  /** A copy of the weights, (rows, columns). */
  weights(): tf.Tensor2D;
  read(): Promise<Float32Array>;
  readValues(): Promise<ParameterValues>;
  /** One step of the optimizer in one program. `code` defines `fn gradientAt(index : i32, weight : f32) -> f32`. */
  update(gradient: Launch, rate: number): void;
  dispose(): void;
}

export function createParameterState(
  webgpu: WebgpuBackend,
  rows: number,
  columns: number,
  optimizer: OptimizerName,
): ParameterState {
  const size = rows * columns;
  const kept = keptMoments(optimizer);
  const shape = [1 + Number(kept.first) + Number(kept.second), size] as const;
  let state: tf.Tensor2D | undefined;

  /** As many of the state's numbers as fit. Of the state itself, tfjs would keep a copy that goes stale. */
  function copy(to: readonly [number, number]): tf.Tensor2D {
    return launch(webgpu, to, { inputs: { State: state as tf.Tensor2D }, code: COPY });
  }

  async function readCopy(of: readonly [number, number]): Promise<Float32Array> {
    const matrix = copy(of);
    const values = await matrix.data<'float32'>();
    matrix.dispose();
    return values;
  }

  return {
    load({ weights, first, second }) {
      state?.dispose();
      const fresh = new Float32Array(shape[0] * size);
      fresh.set(weights);
      if (kept.first) fresh.set(first, size);
      if (kept.second) fresh.set(second, fresh.length - size);
      state = tf.keep(tf.tensor2d(fresh, [...shape]));
    },
    current: () => state as tf.Tensor2D,
    weights: () => copy([rows, columns]),
    read: () => readCopy([rows, columns]),
    async readValues() {
      const all = await readCopy(shape);
      return {
        weights: all.slice(0, size),
        first: all.slice(size, kept.first ? 2 * size : size),
        second: all.slice(kept.second ? all.length - size : all.length),
      };
    },
    update({ inputs, ints, floats, code }, rate) {
      const constants = optimizer === 'sgd' ? {} : ADAM_CONSTANTS;
      launchInPlace(webgpu, state as tf.Tensor2D, size, {
        inputs,
        ...(ints && { ints }),
        floats: { rate, ...constants, ...floats },
        code: code + STEP[optimizer === 'sgd' ? 'sgd' : 'adam'],
      });
    },
    dispose: () => state?.dispose(),
  };
}

/** Subtracted here: in 32 bits 1 − 0.999 is off by 5e-5. */
const ADAM_CONSTANTS = {
  keep1: ADAM.beta1,
  gain1: 1 - ADAM.beta1,
  keep2: ADAM.beta2,
  gain2: 1 - ADAM.beta2,
  epsilon: ADAM.epsilon,
};

const STEP = {
  adam: `
    fn run(index : i32) {
      let first = index + uniforms.threads;
      let second = first + uniforms.threads;
      let gradient = gradientAt(index, result[index]);
      result[first] = uniforms.keep1 * result[first] + uniforms.gain1 * gradient;
      result[second] = uniforms.keep2 * result[second] + uniforms.gain2 * gradient * gradient;
      result[index] -= uniforms.rate * result[first] / (sqrt(result[second]) + uniforms.epsilon);
    }`,
  sgd: `
    fn run(index : i32) { result[index] -= uniforms.rate * gradientAt(index, result[index]); }`,
};

const COPY = 'fn run(index : i32) { result[index] = State[index]; }';
