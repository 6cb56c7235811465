import type { CurvePoint } from '../../charts/curve.ts';
import { learningRateAt, type Schedule } from '../../core/learning-rate.ts';

const POINTS = 200;

/** The learning rate over a run, x in epochs; at most so many points. */
export function rateCurve(schedule: Schedule & { readonly epochs: number }, stepsPerEpoch: number): readonly CurvePoint[] {
  const length = { epochs: schedule.epochs, stepsPerEpoch };
  const steps = schedule.epochs * stepsPerEpoch;
  const count = Math.min(POINTS, steps);
  return Array.from({ length: count }, (_, i) => {
    const step = count === 1 ? 0 : Math.round((i * (steps - 1)) / (count - 1));
    return { x: step / stepsPerEpoch, y: learningRateAt(schedule, length, step) };
  });
}
