import { LabError } from '../core/errors.ts';
import { type GroupLoss, untrainedError } from '../core/loss.ts';
import type { StarsSummary, Target } from '../core/target.ts';

/** Far more than any start gives: worse than always saying 0, or guessing, by this factor. */
const EXPLODED = 5;
/** From the second epoch on: this far above what the run had reached, and above what takes no training. */
const CLIMBED = 1.5;

/** Errors below this share of what the start gives are all small, however much one is above another: where all ratings are equal, the best is 0. */
const SMALL = 0.1;

/** What an error is measured by, in its own units. */
export interface Yardstick {
  /** About what the start gives. */
  readonly size: number;
  /** What takes no training. */
  readonly untrained: number;
  /** What that is: "always saying the mean". */
  readonly name: string;
}

/** RMSE in stars, of what predicts the target 0 at first: where that is right of all ratings, what is off by a unit of the target. */
export function alwaysTheMean({ mean, deviation }: StarsSummary, { offset, scale }: Target): Yardstick {
  return { size: Math.hypot(mean - offset, deviation) || scale, untrained: deviation, name: 'predicting the mean' };
}

/** What a loss of scores comes to where all movies have the same. */
export function withoutScores(loss: GroupLoss | 'implicit'): Yardstick {
  const untrained = untrainedError(loss);
  return { size: untrained, untrained, name: loss === 'implicit' ? 'scoring every movie 0' : 'guessing' };
}

/** Where only what is no number is out of bounds. */
export const UNBOUNDED: Yardstick = { size: Number.POSITIVE_INFINITY, untrained: Number.POSITIVE_INFINITY, name: '' };

/** Of a list, whose first scores are all about equal. Throws a LabError of code `diverged`. */
export function watchList(): (error: number, step: number) => void {
  let first = 0;
  return (error, step) => {
    if (!Number.isFinite(error)) throw infinite(step);
    first ||= error;
    if (error > EXPLODED * first) {
      throw new LabError('diverged', `The loss of the list exploded at step ${step}.`, REMEDY);
    }
  };
}

export interface Divergence {
  /** Throws where the error of the latest steps is out of all bounds. `step` counts over the run, from 1. */
  checkSteps(error: number, step: number): void;
  /** Throws where the error of an epoch is far above that of the epochs before. */
  checkEpoch(error: number, before: readonly number[], step: number): void;
  /** Throws where a prediction is no number: held to the rating scale it would look like one. */
  checkPredictions(predictions: Float32Array, step: number): void;
}

/** Tells a run that diverges from one that learns. Everything it throws is a LabError of code `diverged`. */
export function watchDivergence({ size, untrained, name }: Yardstick): Divergence {
  return {
    checkSteps(error, step) {
      if (!Number.isFinite(error)) throw infinite(step);
      if (error > EXPLODED * size) throw exploded(step, error / untrained, name);
    },
    checkEpoch(error, before, step) {
      const reached = Math.max(untrained, SMALL * size, Math.min(...before));
      if (before.length > 0 && error > CLIMBED * reached) throw exploded(step, error / untrained, name);
    },
    checkPredictions(predictions, step) {
      // All held-out ratings go through here after every epoch. Of one that is no finite number there is no finite sum.
      let sum = 0;
      for (let at = 0; at < predictions.length; at++) sum += predictions[at] as number;
      if (!Number.isFinite(sum)) throw infinite(step);
    },
  };
}

const REMEDY = 'Try a lower learning rate.';

const infinite = (step: number): LabError => new LabError('diverged', `Loss became infinite at step ${step}.`, REMEDY);

/** A constant target has no deviation to compare with. */
function exploded(step: number, factor: number, name: string): LabError {
  const size = Number.isFinite(factor) ? `: it is ${Number(factor.toPrecision(2))} times that of ${name}` : '';
  return new LabError('diverged', `The error exploded at step ${step}${size}.`, REMEDY);
}
