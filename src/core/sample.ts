import type { Random } from './random.ts';

/**
 * `size` of the positions 0 … count − 1, ascending, every such set equally likely (selection sampling: Knuth, TAOCP 2, 3.4.2 S); all
 * of them where there are no more.
 */
export function samplePositions(count: number, size: number, random: Random): Int32Array {
  const sample = new Int32Array(Math.min(count, size));
  let chosen = 0;
  for (let at = 0; chosen < sample.length; at++) {
    if (random.next() * (count - at) < sample.length - chosen) sample[chosen++] = at;
  }
  return sample;
}
