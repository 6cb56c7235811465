/** How many steps a row may wait for its update; the kernels know this number as well. */
export const RING = 4096;

/** Numbers in the rule. */
export const RULE_LENGTH = 5;

/** Where the schedule's tables for the kernels stand. */
export interface ScheduleTables {
  /** (1 + RING) × 4: what a row needs that was last stamped at step s, at 1 + s mod RING; all 0 for a row never stamped. */
  readonly entries: Float32Array;
  /** RING × 2: what is left of both moments when a row learns k steps after its stamp. */
  readonly keeps: Float32Array;
  /** RING × 2: the same when it is brought up to date without learning. */
  readonly rests: Float32Array;
  /** Of the step at work: what is left of both moments, the weights of the new gradient and its square, the gradient's limit. */
  readonly rule: Float32Array;
}

export interface Rates {
  readonly rate: number;
  readonly epsilon: number;
}

/** What rows still need that wait for their update, by the step they last learned in. */
export interface Backlog {
  /** Adds step `t`; all rows were settled at step `restedAt`. */
  add(t: number, restedAt: number, rates: Rates): void;
  /** Nothing is needed any more at step `t`, with which all rows have been stamped. */
  rest(t: number): void;
}

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
