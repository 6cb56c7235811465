import type { OptimizerName } from './trainer.ts';

/** Which moments an optimizer keeps of every trained number. */
export interface KeptMoments {
  readonly first: boolean;
  readonly second: boolean;
}

export function keptMoments(optimizer: OptimizerName): KeptMoments {
  const both = optimizer !== 'sgd';
  return { first: both, second: both };
}

/** What one table of trained numbers is made of, each row-major. A moment that the optimizer does not keep is empty. */
export interface ParameterValues {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}
