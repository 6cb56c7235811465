import type { Random } from '../random.ts';

/** A value with the ends of its 95 % interval, which are null where it has none. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export const RESAMPLES = 500;
const TAIL = 0.025;

/**
 * Intervals by the percentile bootstrap over users (Efron 1979, "Bootstrap Methods: Another Look at the Jackknife"): `RESAMPLES` times as
 * many users are drawn as there are, with replacement; the interval leaves out 2.5 % of the results at each end. A resample in which a
 * value is undefined is left out of that value's.
 *
 * @param statistics of users, by how often each was drawn; the same number of values every time
 * @param random the same one draws the same resamples of as many users
 */
export function bootstrap(
  users: number,
  random: Random,
  statistics: (weights: Int32Array) => readonly number[],
): readonly (Estimate | null)[] {
  const values = statistics(new Int32Array(users).fill(1));
  const drawn: number[][] = values.map(() => []);
  const weights = new Int32Array(users);
  for (let sample = 0; sample < RESAMPLES && users > 1; sample++) {
    weights.fill(0);
    for (let i = 0; i < users; i++) {
      const user = Math.floor(random.next() * users);
      weights[user] = (weights[user] as number) + 1;
    }
    statistics(weights).forEach((value, at) => {
      if (Number.isFinite(value)) drawn[at]?.push(value);
    });
  }
  return values.map((value, at) => (Number.isFinite(value) ? { value, ...endsOf(drawn[at] as number[]) } : null));
}

function endsOf(values: number[]): Pick<Estimate, 'low' | 'high'> {
  if (values.length === 0) return { low: null, high: null };
  values.sort((a, b) => a - b);
  return { low: quantile(values, TAIL), high: quantile(values, 1 - TAIL) };
}

/** Between neighbours in proportion, as NumPy does it. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/** The weighted mean of the values that are numbers; NaN where there are none. */
export function weightedMean(values: Float64Array, weights: Int32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    sum += (weights[i] as number) * value;
    count += weights[i] as number;
  }
  return sum / count;
}
