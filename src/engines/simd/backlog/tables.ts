import { RING } from '../schedule.ts';

export const slotOf = (t: number): number => t & (RING - 1);

/** Sets what a row needs that was stamped at step `t`. */
export function setEntry(entries: Float32Array, t: number, rate: number, centre: number, spread: number): void {
  const at = 4 * (1 + slotOf(t));
  entries[at] = rate;
  entries[at + 1] = centre;
  entries[at + 2] = spread;
}

/** What is left of both moments after 0, 1, 2, … steps. */
export function fillDecays(table: Float32Array, decay: (steps: number) => readonly [number, number]): void {
  for (let k = 0; k < RING; k++) table.set(decay(k), 2 * k);
}

/** factorᵏ, and 0 where it would only make numbers too small to compute with at full speed. */
export function power(factor: number, k: number): number {
  const left = factor ** k;
  return left < 1e-18 ? 0 : left;
}
