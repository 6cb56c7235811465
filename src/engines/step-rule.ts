import { ADAGRAD, ADAM, type UpdateRule } from './trainer.ts';

/**
 * One step of any optimizer, number by number: m ← keep1 · m + gain1 · g, v ← keep2 · v + gain2 · g²,
 * w ← w − rate · m / (√v + epsilon), g being clipped.
 */
export interface StepRule {
  readonly keep1: number;
  readonly gain1: number;
  readonly keep2: number;
  readonly gain2: number;
  readonly rate: number;
  readonly epsilon: number;
}

/** `step` counts from 1. Adam's bias correction is folded into the rate. */
export function stepRule({ optimizer, momentum }: UpdateRule, step: number, learningRate: number): StepRule {
  switch (optimizer) {
    case 'adam':
    case 'lazy-adam': {
      const { beta1, beta2, epsilon } = ADAM;
      const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
      return { keep1: beta1, gain1: 1 - beta1, keep2: beta2, gain2: 1 - beta2, rate, epsilon };
    }
    case 'sgd':
    case 'sgd-by-rating':
    case 'gibbs':
    case 'als':
      return { keep1: momentum, gain1: -learningRate, keep2: 0, gain2: 0, rate: -1, epsilon: 1 };
    case 'adagrad':
      return { keep1: 0, gain1: 1, keep2: 1, gain2: 1, rate: learningRate, epsilon: ADAGRAD_EPSILON };
  }
}

/** √(v + ε) = √v + ε / 2√v + …: with v ≥ 0.1 this constant in place of the second term is off by less than 32 bits can tell. */
const ADAGRAD_EPSILON = ADAGRAD.epsilon / (2 * Math.sqrt(ADAGRAD.start));
