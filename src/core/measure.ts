import type { Configuration } from './hyperparameters.ts';
import { isPairwise } from './loss.ts';

/** What the errors of a run are, and what its predictions are called. */
export interface Measure {
  /** Such as "RMSE": "Validation RMSE 0.874 stars". */
  readonly error: string;
  /** Of the errors; empty where they have none. */
  readonly unit: string;
  /** Such as "predicted stars". */
  readonly prediction: string;
}

const STARS: Measure = { error: 'RMSE', unit: 'stars', prediction: 'predicted stars' };

/** What a chart of errors spans at least: twice as much as a good model is better than the biases. */
export const LEAST_ERROR_SPAN = 0.05;

/** What a chart of NDCG spans at least: on the lists of a few users it moves by half of this by chance. */
export const LEAST_NDCG_SPAN = 0.1;

/** What is said before there is a run. */
export const STARS_ALONE = { loss: 'squared', listWeight: 0 } as const;

const PAIRS: Measure = { error: 'pairwise loss', unit: '', prediction: 'score' };

const ALL_PAIRS: Measure = { error: 'loss per liked rating', unit: '', prediction: 'score' };

const LIST: Measure = { error: 'list loss', unit: '', prediction: 'score' };

export function measureOf({ loss, listWeight }: Pick<Configuration, 'loss' | 'listWeight'>): Measure {
  if (isPairwise(loss)) return PAIRS;
  if (loss === 'implicit') return ALL_PAIRS;
  return listWeight === 1 ? LIST : STARS;
}

/** "0.874 stars", or the number alone. */
export const withUnit = (value: string, { unit }: Measure): string => (unit === '' ? value : `${value} ${unit}`);
