import type { OptimizerChoice } from './hyperparameters.ts';
import type { LossName } from './loss.ts';

/** Which moments an optimizer keeps of every trained number. */
export interface KeptMoments {
  /** Adam's mean gradient, the last step of SGD with momentum, or the last sample of Gibbs sampling. */
  readonly first: boolean;
  /** Adam's mean square of the gradient, Adagrad's sum of squares, or the mean square of the samples. */
  readonly second: boolean;
}

interface Rule {
  readonly loss?: LossName | undefined;
  readonly optimizer: OptimizerChoice;
  readonly momentum: number;
}

export function keptMoments({ loss, optimizer, momentum }: Rule): KeptMoments {
  if (loss === 'implicit') return { first: false, second: false };
  switch (optimizer) {
    case 'adam':
    case 'lazy-adam':
      return { first: true, second: true };
    case 'adagrad':
      return { first: false, second: true };
    case 'gibbs':
      return { first: true, second: true };
    case 'sgd-by-rating':
    case 'als':
      return { first: false, second: false };
    case 'sgd':
      return { first: momentum > 0, second: false };
  }
}
