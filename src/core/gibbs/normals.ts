import { mix32 } from '../random.ts';

/**
 * Fills `to` with standard normal numbers (Box and Muller 1958). They depend on the key and on the place of each number alone, so that rows can
 * be drawn in any order and on any number of threads.
 *
 * @param from the place of the first number, even
 */
export function fillNormals(to: Float32Array | Float64Array, key: number, from: number): void {
  for (let i = 0; i < to.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(uniform(key, from + i)));
    const angle = 2 * Math.PI * uniform(key, from + i + 1);
    to[i] = radius * Math.cos(angle);
    if (i + 1 < to.length) to[i + 1] = radius * Math.sin(angle);
  }
}

/** Above 0 and below 1. Mixed twice, so that neighbouring places under neighbouring keys are unrelated. */
const uniform = (key: number, place: number): number => (mix32(mix32(place) ^ key) + 0.5) / 2 ** 32;
