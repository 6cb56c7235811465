import { createRandom } from '../random.ts';
import { bootstrap, type Estimate } from './bootstrap.ts';
import type { StarName } from './metric-name.ts';
import { countOf } from './ranking-task.ts';

/** Held-out ratings with what was predicted of them, in stars, all of equal length. */
export interface Predicted {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly truths: Float32Array;
  readonly predictions: Float32Array;
}

export type StarFigures = Readonly<Record<StarName, Estimate | null>>;

/**
 * RMSE = √(Σ e² / n), MAE = Σ |e| / n, R² = 1 − Σ e² / Σ (r − r̄)², which is undefined where all ratings are equal. Intervals by a
 * bootstrap over the users who gave them.
 */
export function measureStars({ users, truths, predictions }: Predicted, seed: number): StarFigures {
  const { owner, count } = numberUsers(users);
  const sums = { squares: new Float64Array(count), sizes: new Float64Array(count), spread: new Float64Array(count) };
  const ratings = countOf(owner, count);
  const mean = truths.reduce((sum, truth) => sum + truth, 0) / truths.length;
  const varies = truths.some((truth) => truth !== truths[0]);
  const add = (to: Float64Array, user: number, value: number): void => {
    to[user] = (to[user] as number) + value;
  };
  truths.forEach((truth, at) => {
    const user = owner[at] as number;
    const error = (predictions[at] as number) - truth;
    add(sums.squares, user, error * error);
    add(sums.sizes, user, Math.abs(error));
    add(sums.spread, user, (truth - mean) ** 2);
  });
  const [rmse = null, mae = null, r2 = null] = bootstrap(count, createRandom(seed, 'bootstrap'), (weights) => {
    const n = total(ratings, weights);
    const squares = total(sums.squares, weights);
    const spread = total(sums.spread, weights);
    return [Math.sqrt(squares / n), total(sums.sizes, weights) / n, varies && spread > 0 ? 1 - squares / spread : Number.NaN];
  });
  return { rmse, mae, r2 };
}

/** The users that occur, numbered from 0. */
function numberUsers(users: Int32Array): { readonly owner: Int32Array; readonly count: number } {
  const numbers = new Map<number, number>();
  const owner = users.map((user) => {
    const known = numbers.get(user) ?? numbers.size;
    numbers.set(user, known);
    return known;
  });
  return { owner, count: numbers.size };
}

function total(values: Float64Array | Int32Array, weights: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (weights[i] as number);
  return sum;
}
