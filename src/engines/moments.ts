import { ADAGRAD, type OptimizerName } from './trainer.ts';

/** Where the second moment starts; the first starts at 0. */
export const secondMomentStart = (optimizer: OptimizerName): number => (optimizer === 'adagrad' ? ADAGRAD.start : 0);

/** What one table of trained numbers is made of, each row-major. A moment that the optimizer does not keep is empty. */
export interface ParameterValues {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}
