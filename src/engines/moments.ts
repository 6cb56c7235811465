import { ADAGRAD, type OptimizerName, type TrainerOptions } from './trainer.ts';

/** Which moments an optimizer keeps of every trained number. */
export interface KeptMoments {
  /** Adam's mean gradient, the last step of SGD with momentum, or the last sample of Gibbs sampling. */
  readonly first: boolean;
  /** Adam's mean square of the gradient, Adagrad's sum of squares, or the mean square of the samples. */
  readonly second: boolean;
}

export function keptMoments({ loss, optimizer, momentum }: Pick<TrainerOptions, 'loss' | 'optimizer' | 'momentum'>): KeptMoments {
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

/** Where the second moment starts; the first starts at 0. */
export const secondMomentStart = (optimizer: OptimizerName): number => (optimizer === 'adagrad' ? ADAGRAD.start : 0);

/** What one table of trained numbers is made of, each row-major. A moment that the optimizer does not keep is empty. */
export interface ParameterValues {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}
