import { ADAM, type OptimizerName } from '../trainer.ts';

/** How many steps a row may wait for its update; the kernels know this number as well. */
export const RING = 4096;

/** After this many steps what is left of a momentum, 0.9 ^ k, is far below what a float can add. */
const HORIZON = 256;

/** Where the schedule's tables for the kernels stand. */
export interface ScheduleTables {
  /** (1 + RING) × 4: what a row needs that was last stamped at step s, at 1 + s mod RING; all 0 for a row never stamped. */
  readonly entries: Float32Array;
  /** RING × 2: what is left of both moments when a row learns k steps after its stamp. */
  readonly keeps: Float32Array;
  /** RING × 2: the same when it is brought up to date without learning. */
  readonly rests: Float32Array;
  /** Of a dense table in one step: what is left of both moments, and the weights of the new gradient and its square. */
  readonly rule: Float32Array;
}

/**
 * When table rows are updated. A dense step of Adam moves every row, but between two batches that read a row its gradient is 0
 * and its moments only shrink: after s, the last step it learned in, step s + k adds a β₁ᵏ m / (√(β₂ᵏ v) + ε), where a is that
 * step's rate. So rows keep the step they last learned in (a stamp), and are settled when they are next read: with ρ = β₁/√β₂
 * and εₖ = ε/√β₂ᵏ all the missed steps together are m · Σ aρᵏ / (√v + εₖ). As εₖ hardly changes before ρᵏ is gone, the sum is
 * taken around the weighted mean of εₖ: rate / (√v + centre) · (1 + spread / (√v + centre)²), with rate = Σ aρᵏ and spread
 * the variance of εₖ; what is left out is of the order of its skewness, 1e-7 of the sum at most. These three numbers depend
 * on the stamp alone: the step that is taken adds to the last 256 of them.
 *
 * Lazy Adam and SGD are the same with other numbers: their updates do not grow while a row waits.
 */
export interface Schedule {
  /** What updates dense tables in step `t` (from 1): w ← w − rate · m / (√v + epsilon). */
  rates(t: number, learningRate: number): Rates;
  /** Adds step `t`, in which rows were settled as of step t − 1, to what rows still need. */
  close(t: number, rates: Rates): void;
  /** Notes that all rows have been settled at step `t` and stamped with it. */
  rest(t: number): void;
  /** How many more steps may be begun before all rows have to be settled. */
  left(t: number): number;
}

export interface Rates {
  readonly rate: number;
  readonly epsilon: number;
}

/** `steps`: made so far, after which all rows have been settled. */
export function createSchedule(optimizer: OptimizerName, tables: ScheduleTables, steps = 0): Schedule {
  const { entries, keeps, rests, rule } = tables;
  entries.fill(0);
  let restedAt = steps;
  const rest = (t: number): void => {
    restedAt = t;
    entries.fill(0);
  };
  const left = (t: number): number => RING - 1 - (t - restedAt);
  const closeAlone = (t: number, { rate, epsilon }: Rates): void => entries.set([rate, epsilon, 0], entryAt(t));
  if (optimizer === 'sgd') {
    rule.set([0, 0, 1, 0]);
    keeps.fill(0);
    rests.fill(1);
    return { rates: (_, rate) => ({ rate, epsilon: 1 }), close: closeAlone, rest, left };
  }
  const { beta1, beta2, epsilon } = ADAM;
  rule.set([beta1, beta2, 1 - beta1, 1 - beta2]);
  const rates = (t: number, learningRate: number): Rates => {
    return { rate: (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t), epsilon };
  };
  if (optimizer === 'lazy-adam') {
    for (let k = 0; k < RING; k++) keeps.set([beta1, beta2], 2 * k);
    rests.fill(1);
    return { rates, close: closeAlone, rest, left };
  }
  for (let k = 0; k < RING; k++) keeps.set([momentumLeft(k), beta2 ** k], 2 * k);
  rests.set(keeps);
  const sums = createSums(entries);
  return {
    rates,
    close(t, { rate }) {
      sums.clear(t);
      sums.add(t, Math.max(restedAt, 1), rate);
    },
    rest(t) {
      rest(t);
      sums.clear(t);
    },
    left,
  };
}

/** β₁ᵏ, and 0 where it would only make numbers too small to compute with at full speed. */
function momentumLeft(k: number): number {
  const left = ADAM.beta1 ** k;
  return left < 1e-18 ? 0 : left;
}

const slotOf = (t: number): number => t & (RING - 1);
const entryAt = (t: number): number => 4 * (1 + slotOf(t));

/** Of each stamp: Σ aρᵏ, and the same sums of εₖ and εₖ². */
function createSums(entries: Float32Array): { clear(t: number): void; add(t: number, oldest: number, rate: number): void } {
  const { beta1, beta2, epsilon } = ADAM;
  const ratios = Float64Array.from({ length: HORIZON }, (_, k) => (beta1 / Math.sqrt(beta2)) ** k);
  const epsilons = Float64Array.from({ length: HORIZON }, (_, k) => epsilon / Math.sqrt(beta2) ** k);
  const [zeroth, first, second] = [new Float64Array(RING), new Float64Array(RING), new Float64Array(RING)];
  return {
    clear(t) {
      const slot = slotOf(t);
      zeroth[slot] = 0;
      first[slot] = 0;
      second[slot] = 0;
    },
    add(t, oldest, rate) {
      const steps = Math.min(HORIZON, t - oldest + 1);
      for (let k = 0; k < steps; k++) {
        const slot = slotOf(t - k);
        const share = rate * (ratios[k] as number);
        const e = epsilons[k] as number;
        const sum = (zeroth[slot] as number) + share;
        const sum1 = (first[slot] as number) + share * e;
        const sum2 = (second[slot] as number) + share * e * e;
        zeroth[slot] = sum;
        first[slot] = sum1;
        second[slot] = sum2;
        if (sum === 0) continue;
        const centre = sum1 / sum;
        const entry = 4 * (1 + slot);
        entries[entry] = sum;
        entries[entry + 1] = centre;
        entries[entry + 2] = Math.max(0, sum2 / sum - centre * centre);
      }
    },
  };
}
