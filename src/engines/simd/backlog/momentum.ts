import { type Backlog, fillDecays, power, RING, type ScheduleTables, setEntry } from './tables.ts';

/** After as many steps as leave this of a row's last step, it has come to rest. */
const STILL = 1e-9;

/**
 * SGD with momentum μ: after a row's last gradient, its step m shrinks to μm, μ²m, … So a row stamped at step s needs
 * m · (1 + μ + … + μᵏ) at step s + k, whatever the learning rate has been since; one that was settled then, all but the 1.
 */
export function createMomentumBacklog(momentum: number, { entries, keeps, rests }: ScheduleTables): Backlog {
  for (const decays of [keeps, rests]) fillDecays(decays, (k) => [power(momentum, k), 0]);
  const horizon = momentum === 0 ? 0 : Math.min(RING - 1, Math.ceil(Math.log(STILL) / Math.log(momentum)));
  const sums = Float64Array.from({ length: horizon + 1 }, (_, k) => (1 - momentum ** (k + 1)) / (1 - momentum));
  const sum = (k: number): number => sums[Math.min(k, horizon)] as number;
  return {
    add(t, restedAt) {
      const waited = t - restedAt;
      const last = Math.min(horizon, waited - 1);
      for (let k = 0; k <= last; k++) setEntry(entries, t - k, -sum(k), 1, 0);
      setEntry(entries, restedAt, 1 - sum(waited), 1, 0);
    },
    rest() {},
  };
}
