import * as tf from '@tensorflow/tfjs';

/** What is used of tfjs' WebGPU backend: it owns the buffers and caches the compiled programs. */
export interface WebgpuBackend extends tf.KernelBackend {
  runWebGPUProgram(
    program: object,
    inputs: readonly tf.TensorInfo[],
    dtype: 'float32',
    uniforms: readonly { readonly type: 'int32' | 'float32'; readonly data: number[] }[],
    output?: tf.TensorInfo,
  ): tf.TensorInfo;
}

/** One run of a compute program. Inputs are flat arrays under their names, and `result` is the output. */
export interface Launch {
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  /** Uniforms by their names. */
  readonly ints?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
  /** WGSL; defines `fn run(index : i32)`, which is called for each `index` below the number of threads. */
  readonly code: string;
}

const WORKGROUP = 64;

/** A new matrix, a thread for each of its numbers. */
export function launch(webgpu: WebgpuBackend, shape: readonly [number, number], launched: Launch): tf.Tensor2D {
  const output = run(webgpu, shape, shape[0] * shape[1], launched);
  return tf.engine().makeTensorFromTensorInfo(output, webgpu) as tf.Tensor2D;
}

/** Rewrites numbers of a tensor where they are. tfjs must not have read the tensor before: it would go on with what it read. */
export function launchInPlace(webgpu: WebgpuBackend, tensor: tf.Tensor2D, threads: number, launched: Launch): void {
  run(webgpu, tensor.shape, threads, launched, tensor);
}

function run(
  webgpu: WebgpuBackend,
  shape: readonly [number, number],
  threads: number,
  { inputs, ints = {}, floats = {}, code }: Launch,
  output?: tf.TensorInfo,
): tf.TensorInfo {
  const uniforms = [...declare('int32', { ...ints, threads }), ...declare('float32', floats)];
  const program = {
    shaderKey: code,
    variableNames: Object.keys(inputs),
    outputShape: [...shape],
    uniforms: uniforms.map(({ name, type }) => `${name} : ${type === 'int32' ? 'i32' : 'f32'}, `).join(''),
    workgroupSize: [WORKGROUP, 1, 1],
    dispatchLayout: { x: [0, 1] },
    dispatch: [Math.ceil(threads / WORKGROUP), 1, 1],
    getUserCode: () => `${code}
      fn main(index : i32) {
        if (index < uniforms.threads) { run(index); }
      }`,
  };
  return webgpu.runWebGPUProgram(program, Object.values(inputs), 'float32', uniforms, output);
}

const declare = <Type extends string>(type: Type, values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([name, value]) => ({ name, type, data: [value] }));
