import type { Axis } from './axis.ts';

/** `quasi-random`: spread more evenly than random draws. */
export type SweepMethod = 'grid' | 'random' | 'quasi-random';

/**
 * How long trials are trained. `full`: each to its end. `halving`: all begin with few epochs, and only the best go on with more. `hyperband`:
 * the same several times, with ever more epochs to begin with.
 */
export type SweepRounds = 'full' | 'halving' | 'hyperband';

/** What a sweep chooses by, always on the validation part: RMSE in stars, or NDCG@10 of the lists of some users. */
export type SweepMeasure = 'rmse' | 'ndcg';

/** What somebody asks of a sweep. */
export interface SweepSettings {
  /** One for each setting that is varied. */
  readonly axes: readonly Axis[];
  readonly method: SweepMethod;
  readonly rounds: SweepRounds;
  /** How many are drawn; of no matter to a grid. */
  readonly trials: number;
  /** Of the draws, and of the brackets of a grid. */
  readonly seed: number;
  readonly measure: SweepMeasure;
  /** No trial begins once so much was trained; 0 where there is no such limit. */
  readonly seconds: number;
}

export const TRIALS = { min: 2, max: 200 } as const;
export const BUDGET = { min: 10, max: 36_000 } as const;
export const MOST_AXES = 6;
