import { LabError } from '../core/errors.ts';

/** Far more than any start gives: worse than always saying 0 by this factor. */
const EXPLODED = 5;
/** From the second epoch on: this far above what the run had reached, and above always saying the mean. */
const CLIMBED = 1.5;

export interface Divergence {
  /** Throws where the RMSE of the latest steps is out of all bounds. `step` counts over the run, from 1. */
  checkSteps(rmse: number, step: number): void;
  /** Throws where the error of an epoch is far above that of the epochs before. */
  checkEpoch(rmse: number, before: readonly number[], step: number): void;
  /** Throws where a validation error is no number. */
  checkValidation(rmse: number, step: number): void;
}

/** Tells a run that diverges from one that learns, in target units. Everything it throws is a LabError of code `diverged`. */
export function watchDivergence(targets: Float32Array): Divergence {
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const deviation = Math.sqrt(targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length);
  const size = Math.sqrt(mean ** 2 + deviation ** 2);
  return {
    checkSteps(rmse, step) {
      if (!Number.isFinite(rmse)) throw infinite(step);
      if (rmse > EXPLODED * size) throw exploded(step, rmse / deviation);
    },
    checkEpoch(rmse, before, step) {
      const reached = Math.max(deviation, Math.min(...before));
      if (before.length > 0 && rmse > CLIMBED * reached) throw exploded(step, rmse / deviation);
    },
    checkValidation(rmse, step) {
      if (!Number.isFinite(rmse)) throw infinite(step);
    },
  };
}

const REMEDY = 'Try a lower learning rate.';

const infinite = (step: number): LabError => new LabError('diverged', `Loss became infinite at step ${step}.`, REMEDY);

/** A constant target has no deviation to compare with. */
function exploded(step: number, factor: number): LabError {
  const size = Number.isFinite(factor) ? `: it is ${Number(factor.toPrecision(2))} times that of always saying the mean` : '';
  return new LabError('diverged', `The error exploded at step ${step}${size}.`, REMEDY);
}
