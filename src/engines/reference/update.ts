import { clamp } from '../../core/clamp.ts';
import { ADAGRAD, ADAM, type OptimizerName } from '../trainer.ts';

/** A table's weights and moments, and what a step depends on beside the gradient; `t` counts steps from 1. */
export interface Place {
  readonly w: Float64Array;
  readonly m: Float64Array;
  readonly v: Float64Array;
  readonly t: number;
  readonly learningRate: number;
  readonly momentum: number;
}

/** Moves number `i` by its gradient `g`. */
type Update = (place: Place, i: number, g: number) => void;

/** Keras' arithmetic, one number at a time. */
export const UPDATES: Readonly<Record<OptimizerName, Update>> = {
  adam,
  'lazy-adam': adam,
  sgd,
  'sgd-by-rating': sgd,
  adagrad,
  gibbs: sgd,
  als: sgd,
};

export const clipped = (g: number, clip: number): number => (clip === 0 ? g : clamp(g, -clip, clip));

function adam({ w, m, v, t, learningRate }: Place, i: number, g: number): void {
  const { beta1, beta2, epsilon } = ADAM;
  const rate = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
  m[i] = beta1 * (m[i] as number) + (1 - beta1) * g;
  v[i] = beta2 * (v[i] as number) + (1 - beta2) * g ** 2;
  w[i] = (w[i] as number) - (rate * (m[i] as number)) / (Math.sqrt(v[i] as number) + epsilon);
}

function sgd({ w, m, learningRate, momentum }: Place, i: number, g: number): void {
  m[i] = momentum * (m[i] as number) - learningRate * g;
  w[i] = (w[i] as number) + (m[i] as number);
}

function adagrad({ w, v, learningRate }: Place, i: number, g: number): void {
  v[i] = (v[i] as number) + g ** 2;
  w[i] = (w[i] as number) - (learningRate * g) / Math.sqrt((v[i] as number) + ADAGRAD.epsilon);
}
