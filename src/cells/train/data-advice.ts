import { aimOf } from '../../core/aim.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import type { Configuration } from '../../core/hyperparameters.ts';

export interface DataAdvice {
  readonly message: string;
  readonly remedy: string;
  /** Whether choosing the aim List is what helps. */
  readonly isOfAim: boolean;
}

/** Why there is little to learn from data, and what to do; null where there is enough, or the model asks for no more. */
export function adviceOn(
  { users, movies, scale }: Pick<DataSummary, 'users' | 'movies' | 'scale'>,
  configuration: Configuration,
): DataAdvice | null {
  if (movies === 1) {
    return {
      message: 'Only one movie was rated: there is no other to compare it with, and none to recommend.',
      remedy: 'Add ratings of other movies.',
      isOfAim: false,
    };
  }
  if (users === 1) {
    return {
      message: 'All ratings are of one user: there is nobody else from whom a model could learn what this user has yet to see.',
      remedy: 'Add ratings of other users.',
      isOfAim: false,
    };
  }
  const aim = aimOf(configuration);
  if (scale.min < scale.max || aim === null || aim === 'list') return null;
  return {
    message: `All ratings are ${scale.min}: nobody liked anything more or less, so there are no stars to learn.`,
    remedy: 'Who chose what can be learned: choose the aim List.',
    isOfAim: true,
  };
}
