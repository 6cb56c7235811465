import type { Configuration } from './hyperparameters.ts';

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

const PAIRS: Measure = { error: 'pairwise loss', unit: '', prediction: 'score' };

const ALL_PAIRS: Measure = { error: 'loss per liked rating', unit: '', prediction: 'score' };

export const measureOf = ({ loss }: Pick<Configuration, 'loss'>): Measure =>
  loss === 'bpr' ? PAIRS : loss === 'implicit' ? ALL_PAIRS : STARS;

/** "0.874 stars", or the number alone. */
export const withUnit = (value: string, { unit }: Measure): string => (unit === '' ? value : `${value} ${unit}`);
