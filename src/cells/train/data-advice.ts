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
      message: 'All ratings are from one user: there are no other users to learn from.',
      remedy: 'Add ratings of other users.',
      isOfAim: false,
    };
  }
  const aim = aimOf(configuration);
  if (scale.min < scale.max || aim === null || aim === 'list') return null;
  return {
    message: `All ratings are ${scale.min}: there are no differences in stars to learn.`,
    remedy: 'Choose the aim List: a list can learn who chose what.',
    isOfAim: true,
  };
}
