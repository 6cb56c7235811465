import { ADAM } from '../../trainer.ts';
import { type Backlog, fillDecays, power, RING, type ScheduleTables, setEntry, slotOf } from './tables.ts';

/** After this many steps what is left of a momentum, 0.9 ^ k, is far below what a float can add. */
const HORIZON = 256;

/**
 * Dense Adam: after s, the last step a row learned in, step s + k adds a β₁ᵏ m / (√(β₂ᵏ v) + ε), where a is that step's rate.
 * With ρ = β₁/√β₂ and εₖ = ε/√β₂ᵏ all the missed steps together are m · Σ aρᵏ / (√v + εₖ). As εₖ hardly changes before ρᵏ is
 * gone, the sum is taken around the weighted mean of εₖ: rate = Σ aρᵏ, centre the mean and spread the variance of εₖ; what is
 * left out is of the order of its skewness, 1e-7 of the sum at most. The step that is taken adds to the last 256 stamps.
 */
export function createAdamBacklog({ entries, keeps, rests }: ScheduleTables): Backlog {
  const { beta1, beta2, epsilon } = ADAM;
  decays ??= makeDecays();
  for (const table of [keeps, rests]) table.set(decays);
  const ratios = Float64Array.from({ length: HORIZON }, (_, k) => (beta1 / Math.sqrt(beta2)) ** k);
  const epsilons = Float64Array.from({ length: HORIZON }, (_, k) => epsilon / Math.sqrt(beta2) ** k);
  // Of each stamp: Σ aρᵏ, and the same sums of εₖ and εₖ².
  const [zeroth, first, second] = [new Float64Array(RING), new Float64Array(RING), new Float64Array(RING)];

  function clear(t: number): void {
    for (const sums of [zeroth, first, second]) sums[slotOf(t)] = 0;
  }

  return {
    add(t, restedAt, { rate }) {
      clear(t);
      const steps = Math.min(HORIZON, t - Math.max(restedAt, 1) + 1);
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
        setEntry(entries, t - k, sum, centre, Math.max(0, sum2 / sum - centre * centre));
      }
    },
    rest: clear,
  };
}

/** Made once, since they are the same for every trainer. */
let decays: Float32Array | undefined;

function makeDecays(): Float32Array {
  const table = new Float32Array(2 * RING);
  fillDecays(table, (k) => [power(ADAM.beta1, k), ADAM.beta2 ** k]);
  return table;
}
