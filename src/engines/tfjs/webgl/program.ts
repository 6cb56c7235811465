import * as tf from '@tensorflow/tfjs';

/** What is used of tfjs' WebGL backend: it owns the textures and caches the compiled programs. */
export interface WebglBackend extends tf.KernelBackend {
  compileAndRun(
    program: object,
    inputs: readonly tf.TensorInfo[],
    dtype: 'float32',
    uniforms: readonly (readonly number[])[],
    keepPacked: boolean,
  ): tf.TensorInfo;
}

/**
 * One launch of a fragment program. Inputs and output are matrices in tfjs' packed layout: a texel holds the 2 × 2 block
 * (r, c), (r, c + 1), (r + 1, c), (r + 1, c + 1) of even r and c. What a block has beyond its matrix must be written as 0:
 * tfjs' matrix product adds it up.
 */
export interface Launch {
  readonly shape: readonly [number, number];
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  readonly ints?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
  /** GLSL ES 3.00; calls `setOutput(vec4)`. */
  readonly code: string;
}

export function launch(webgl: WebglBackend, { shape, inputs, ints = {}, floats = {}, code }: Launch): tf.Tensor2D {
  const program = {
    variableNames: Object.keys(inputs),
    packedInputs: true,
    packedOutput: true,
    outputShape: [...shape],
    customUniforms: [
      ...Object.keys(ints).map((name) => ({ name, type: 'int' })),
      ...Object.keys(floats).map((name) => ({ name, type: 'float' })),
    ],
    userCode: READ + code,
  };
  const uniforms = [...Object.values(ints), ...Object.values(floats)].map((value) => [value]);
  const output = webgl.compileAndRun(program, Object.values(inputs), 'float32', uniforms, true);
  return tf.engine().makeTensorFromTensorInfo(output, webgl) as tf.Tensor2D;
}

/** The block that holds (row, column) of a matrix with `width` columns. tfjs folds matrices that are too tall for a texture. */
const READ = `
  vec4 readBlock(sampler2D matrix, int width, int row, int column) {
    int blocks = (width + 1) >> 1;
    ivec2 at = ivec2(column >> 1, row >> 1);
    int across = textureSize(matrix, 0).x;
    if (across != blocks) {
      int flat_ = at.y * blocks + at.x;
      at = ivec2(flat_ % across, flat_ / across);
    }
    return texelFetch(matrix, at, 0);
  }

  float readMatrix(sampler2D matrix, int width, int row, int column) {
    return readBlock(matrix, width, row, column)[((row & 1) << 1) | (column & 1)];
  }
`;
