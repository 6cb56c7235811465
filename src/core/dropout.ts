import { mix32, mixKey } from './random.ts';

/** The key of one dropout layer in one training step. `layer` counts the graph's dropout nodes from 0. */
export function dropoutKey(seed: number, step: number, layer: number): number {
  return mixKey(seed, step, layer);
}

/** A unit is dropped where its 32 random bits are below this. */
export function dropoutThreshold(rate: number): number {
  return Math.min(Math.floor(rate * 2 ** 32), 0xffffffff);
}

/**
 * Fills `mask` with 0 (dropped) or 1 / (1 - rate) (kept): inverted dropout (Srivastava et al. 2014). Element `i` depends
 * on `key` and `i` alone, so that every engine draws the same mask, in any order and on any number of threads.
 */
export function fillDropoutMask(mask: Float32Array, key: number, rate: number): Float32Array {
  const threshold = dropoutThreshold(rate);
  const kept = 1 / (1 - rate);
  for (let i = 0; i < mask.length; i++) mask[i] = mix32((key + i) | 0) < threshold ? 0 : kept;
  return mask;
}
