import * as tf from '@tensorflow/tfjs';
import { type KeptMoments, keptMoments } from '../../../core/kept-moments.ts';
import { type ParameterValues, secondMomentStart } from '../../moments.ts';
import type { StepRule } from '../../step-rule.ts';
import type { UpdateRule } from '../../trainer.ts';
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
  update(gradient: Launch, step: StepRule): void;
  dispose(): void;
}

export function createParameterState(webgpu: WebgpuBackend, rows: number, columns: number, rule: UpdateRule): ParameterState {
  const size = rows * columns;
  const kept = keptMoments(rule);
  const shape = [1 + Number(kept.first) + Number(kept.second), size] as const;
  const isClipped = rule.clip > 0;
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
      if (kept.second) {
        fresh.fill(secondMomentStart(rule.optimizer), fresh.length - size);
        fresh.set(second, fresh.length - size);
      }
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
    update({ inputs, ints, floats, code }, step) {
      launchInPlace(webgpu, state as tf.Tensor2D, size, {
        inputs,
        ...(ints && { ints }),
        floats: { ...step, ...(isClipped && { clip: rule.clip }), ...floats },
        code: code + stepCode(kept, isClipped),
      });
    },
    dispose: () => state?.dispose(),
  };
}

/** A moment that is not kept is what this step alone makes it. */
const stepCode = (kept: KeptMoments, isClipped: boolean): string => `
  fn run(index : i32) {
    let slope = gradientAt(index, result[index]);
    let gradient = ${isClipped ? 'clamp(slope, -uniforms.clip, uniforms.clip)' : 'slope'};
    let first = index + uniforms.threads;
    let second = ${kept.first ? 'first' : 'index'} + uniforms.threads;
    let m = ${kept.first ? 'uniforms.keep1 * result[first] + ' : ''}uniforms.gain1 * gradient;
    let v = ${kept.second ? 'uniforms.keep2 * result[second] + ' : ''}uniforms.gain2 * gradient * gradient;
    ${kept.first ? 'result[first] = m;' : ''}
    ${kept.second ? 'result[second] = v;' : ''}
    result[index] -= uniforms.rate * m / (sqrt(v) + uniforms.epsilon);
  }`;

const COPY = 'fn run(index : i32) { result[index] = State[index]; }';
