import * as tf from '@tensorflow/tfjs';

/** A texture has 2 ** SHIFT texels in a row, so that a program needs no division; every WebGL 2 has textures this wide. */
const SHIFT = 11;
const ACROSS = 2 ** SHIFT;

/** How many texels fit into a texture of any WebGL 2. */
export const TEXEL_LIMIT = ACROSS * ACROSS;

/** A long list of four numbers each, on its way into a texture. */
export interface TexelList {
  set(index: number, first: number, second: number, third: number, fourth: number): void;
  /** (2 · height, 2 · ACROSS): a texel is a 2 × 2 block of tfjs' packed layout. Uploaded by its first use. */
  toTensor(): tf.Tensor2D;
}

export function createTexelList(length: number): TexelList {
  const height = Math.max(1, Math.ceil(length / ACROSS));
  const width = 2 * ACROSS;
  const values = new Float32Array(2 * height * width);
  return {
    set(index, first, second, third, fourth) {
      const at = 2 * (index >> SHIFT) * width + 2 * (index & (ACROSS - 1));
      values[at] = first;
      values[at + 1] = second;
      values[at + width] = third;
      values[at + width + 1] = fourth;
    },
    toTensor: () => tf.tensor2d(values, [2 * height, width]),
  };
}

/** GLSL: texel `index` of a list. */
export const READ_TEXEL = `
  vec4 readTexel(sampler2D list, int index) {
    return texelFetch(list, ivec2(index & ${ACROSS - 1}, index >> ${SHIFT}), 0);
  }
`;
