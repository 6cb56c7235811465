import { dropoutThreshold } from '../../../core/dropout.ts';
import type { ActivationName } from '../../../models/graph.ts';
import type { Device } from '../device.ts';
import type { WebgpuBatch, WebgpuLookup } from './batch.ts';
import { launch, type WebgpuBackend } from './program.ts';

type Operations = Pick<Device<WebgpuLookup, WebgpuBatch>, 'dot' | 'scale' | 'activationGradient' | 'dropoutMask'>;

/** What layers compute, one program each. */
export function createWebgpuOperations(webgpu: WebgpuBackend): Operations {
  return {
    dot: (a, b) => launch(webgpu, [a.shape[0], 1], { inputs: { A: a, B: b }, ints: { width: a.shape[1] }, code: DOT }),
    scale: (x, factor, offset) => launch(webgpu, x.shape, { inputs: { X: x }, floats: { factor, offset }, code: SCALE }),
    activationGradient: (activation, y, dy) =>
      launch(webgpu, y.shape, { inputs: { Y: y, Dy: dy }, code: activationGradientCode(activation) }),
    dropoutMask: (key, rate, shape) =>
      launch(webgpu, shape, {
        inputs: {},
        ints: { key: key | 0, threshold: dropoutThreshold(rate) | 0 },
        floats: { kept: 1 / (1 - rate) },
        code: MASK,
      }),
  };
}

const DOT = `
  fn run(index : i32) {
    let start = index * uniforms.width;
    var sum = 0.0;
    for (var i = start; i < start + uniforms.width; i++) { sum += A[i] * B[i]; }
    result[index] = sum;
  }`;

const SCALE = 'fn run(index : i32) { result[index] = uniforms.factor * X[index] + uniforms.offset; }';

const SLOPE: Readonly<Record<ActivationName, string>> = {
  relu: 'select(0.0, 1.0, y > 0.0)',
  sigmoid: 'y * (1.0 - y)',
};

const activationGradientCode = (activation: ActivationName): string => `
  fn run(index : i32) {
    let y = Y[index];
    result[index] = Dy[index] * ${SLOPE[activation]};
  }`;

/** The arithmetic of `mix32`. */
const MASK = `
  fn run(index : i32) {
    var x = bitcast<u32>(uniforms.key) + bitcast<u32>(index);
    x = (x ^ (x >> 16u)) * 0x7feb352du;
    x = (x ^ (x >> 15u)) * 0x846ca68bu;
    x ^= x >> 16u;
    result[index] = select(uniforms.kept, 0.0, x < bitcast<u32>(uniforms.threshold));
  }`;
