import * as tf from '@tensorflow/tfjs';
import { toExactUnit } from '../../../core/exact-sum.ts';
import type { WebglBatch } from './batch.ts';
import { launch, type WebglBackend } from './program.ts';
import { READ_TEXEL } from './texel-list.ts';

/** The squared errors are added up in LANES × LANES texels side by side. */
const LANES = 16;

/** A running sum of squared errors on the GPU. */
export interface ErrorSum {
  add(predictions: tf.Tensor2D, batch: WebglBatch): void;
  /** What was added since the last call. */
  take(): Promise<number>;
  /** Starts over. */
  reset(): void;
  dispose(): void;
}

export function createErrorSum(webgl: WebglBackend): ErrorSum {
  const zeros = (): tf.Tensor2D => tf.keep(tf.zeros<tf.Rank.R2>([2 * LANES, 2 * LANES]));
  let sums = zeros();
  let taken = 0;
  return {
    add(predictions, { examples, start, size }) {
      const inputs = { Sums: sums, Predictions: predictions, Examples: examples };
      const next = launch(webgl, { shape: [2 * LANES, 2 * LANES], inputs, ints: { start }, code: addCode(size) });
      sums.dispose();
      sums = tf.keep(next);
    },
    async take() {
      // The sums on the GPU go on, so that their rounding does not depend on when they are read.
      const parts = await sums.data<'float32'>();
      const before = taken;
      taken = toExactUnit(parts.reduce((sum, part) => sum + part, 0));
      return taken - before;
    },
    reset() {
      sums.dispose();
      sums = zeros();
      taken = 0;
    },
    dispose: () => sums.dispose(),
  };
}

export function errorGradient(webgl: WebglBackend, predictions: tf.Tensor2D, { examples, start, size }: WebglBatch): tf.Tensor2D {
  return launch(webgl, {
    shape: [size, 1],
    inputs: { Predictions: predictions, Examples: examples },
    ints: { start },
    floats: { scale: 2 / size },
    code: gradientCode(size),
  });
}

/** The errors at `position` and at the next one, 0 beyond the batch, where they lie in a block of a (batch, 1) matrix. */
const errorsCode = (size: number): string => `
  ${READ_TEXEL}
  vec4 errorsAt(int position) {
    vec4 errors = readBlock(Predictions, 1, position, 0);
    errors.x -= readTexel(Examples, start + position).z;
    errors.z = position + 1 < ${size} ? errors.z - readTexel(Examples, start + position + 1).z : 0.;
    return vec4(errors.x, 0., errors.z, 0.);
  }
`;

const addCode = (size: number): string => `
  ${errorsCode(size)}
  void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec4 sums = texelFetch(Sums, texel, 0);
    for (int position = 2 * (texel.y * ${LANES} + texel.x); position < ${size}; position += ${2 * LANES * LANES}) {
      vec4 errors = errorsAt(position);
      sums += errors * errors;
    }
    setOutput(sums);
  }
`;

const gradientCode = (size: number): string => `
  ${errorsCode(size)}
  void main() {
    setOutput(scale * errorsAt(getOutputCoords().x));
  }
`;
