import { ADAM, type OptimizerName } from '../trainer.ts';

/** What a step multiplies its direction with; Adam's bias correction is folded in. `step` counts from 1. */
export function stepSize(optimizer: OptimizerName, step: number, learningRate: number): number {
  if (optimizer === 'sgd') return learningRate;
  return (learningRate * Math.sqrt(1 - ADAM.beta2 ** step)) / (1 - ADAM.beta1 ** step);
}
