import { clamp } from '../../../core/clamp.ts';
import { keptMoments } from '../../../core/kept-moments.ts';
import { type ParameterValues, secondMomentStart } from '../../moments.ts';
import type { StepRule } from '../../step-rule.ts';
import type { UpdateRule } from '../../trainer.ts';

/** Trained numbers with their moments, in JavaScript's memory. */
export interface ArrayParameter {
  readonly weights: Float32Array;
  /** One step for the numbers from `start` on, as many as the gradient has. */
  update(start: number, gradient: Float32Array, step: StepRule): void;
  /** Replaces the numbers and their moments; a moment that is empty starts anew. */
  load(values: ParameterValues): void;
  /** A copy of everything that `load` takes. */
  readValues(): Promise<ParameterValues>;
}

export function createArrayParameter(size: number, rule: UpdateRule): ArrayParameter {
  const kept = keptMoments(rule);
  const [weights, first, second] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const { clip } = rule;
  return {
    weights,
    update(start, gradient, { keep1, gain1, keep2, gain2, rate, epsilon }) {
      for (let i = 0, at = start; i < gradient.length; i++, at++) {
        const slope = gradient[i] as number;
        const g = clip === 0 ? slope : clamp(slope, -clip, clip);
        const m = keep1 * (first[at] as number) + gain1 * g;
        const v = keep2 * (second[at] as number) + gain2 * g * g;
        first[at] = m;
        second[at] = v;
        weights[at] = (weights[at] as number) - (rate * m) / (Math.sqrt(v) + epsilon);
      }
    },
    load(values) {
      weights.set(values.weights);
      first.fill(0);
      first.set(values.first);
      second.fill(secondMomentStart(rule.optimizer));
      second.set(values.second);
    },
    readValues: async () => ({
      weights: weights.slice(),
      first: kept.first ? first.slice() : new Float32Array(),
      second: kept.second ? second.slice() : new Float32Array(),
    }),
  };
}
