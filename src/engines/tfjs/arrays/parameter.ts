import { keptMoments, type ParameterValues } from '../../moments.ts';
import { ADAM, type OptimizerName } from '../../trainer.ts';

/** Trained numbers with their moments, in JavaScript's memory. */
export interface ArrayParameter {
  readonly weights: Float32Array;
  /** One step for the numbers from `start` on, as many as the gradient has. `rate` is the `stepSize`. */
  update(start: number, gradient: Float32Array, rate: number): void;
  /** Replaces the numbers and their moments; a moment that is empty starts at 0. */
  load(values: ParameterValues): void;
  /** A copy of everything that `load` takes. */
  readValues(): Promise<ParameterValues>;
}

export function createArrayParameter(size: number, optimizer: OptimizerName): ArrayParameter {
  const weights = new Float32Array(size);
  const kept = keptMoments(optimizer);
  const first = new Float32Array(kept.first ? size : 0);
  const second = new Float32Array(kept.second ? size : 0);
  return {
    weights,
    update:
      optimizer === 'sgd'
        ? (start, gradient, rate) => descend(weights, start, gradient, rate)
        : (start, gradient, rate) => adam(weights, first, second, start, gradient, rate),
    load(values) {
      weights.set(values.weights);
      first.fill(0);
      first.set(values.first);
      second.fill(0);
      second.set(values.second);
    },
    readValues: async () => ({ weights: weights.slice(), first: first.slice(), second: second.slice() }),
  };
}

function descend(weights: Float32Array, start: number, gradient: Float32Array, rate: number): void {
  for (let i = 0; i < gradient.length; i++) weights[start + i] = (weights[start + i] as number) - rate * (gradient[i] as number);
}

function adam(
  weights: Float32Array,
  first: Float32Array,
  second: Float32Array,
  start: number,
  gradient: Float32Array,
  rate: number,
): void {
  const { beta1, beta2, epsilon } = ADAM;
  for (let i = 0, at = start; i < gradient.length; i++, at++) {
    const g = gradient[i] as number;
    const m = beta1 * (first[at] as number) + (1 - beta1) * g;
    const v = beta2 * (second[at] as number) + (1 - beta2) * g * g;
    first[at] = m;
    second[at] = v;
    weights[at] = (weights[at] as number) - (rate * m) / (Math.sqrt(v) + epsilon);
  }
}
