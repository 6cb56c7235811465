import { learningRateAt } from '../core/learning-rate.ts';
import { errorOf, givesScores, groupSize } from '../core/loss.ts';
import { starsOf } from '../core/target.ts';
import type { TakenLoss } from '../engines/trainer.ts';
import {
  alwaysTheMean,
  type Divergence,
  UNBOUNDED,
  watchDivergence,
  watchList,
  withoutScores,
  type Yardstick,
} from './divergence.ts';
import { createEpochs, type Epochs } from './epochs.ts';
import { createPace, type Pace } from './pace.ts';
import type { TrainingPlan } from './plan.ts';
import type { EpochEnd } from './reports.ts';
import { createSlice, type Slice } from './slice.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import { type ThreadTuning, tuneThreads } from './tune-threads.ts';

/** What lasts over all epochs of a run. */
export interface Run {
  readonly plan: TrainingPlan;
  readonly stepsPerEpoch: number;
  /** The epochs done; grows. */
  readonly history: EpochEnd[];
  readonly material: Epochs;
  /** Of the validation examples: in stars, or of scores. */
  readonly truths: Float32Array;
  readonly divergence: Divergence;
  readonly checkList: ReturnType<typeof watchList>;
  readonly watch: Stopwatch;
  readonly slice: Slice;
  /** Null where its threads cannot be chosen, or its steps are not all of one kind. */
  readonly tuning: ThreadTuning | null;
  readonly pace: Pace;
  /** When progress was last reported, by the plan's clock. */
  reportedAt: number;
}

/** The epoch at work. */
export interface Epoch {
  /** From 1. */
  readonly number: number;
  /** Of the epochs before it. */
  readonly stepsBefore: number;
  /** In working seconds of the run. */
  readonly startedAt: number;
  /** What the trainer has reported of it so far. */
  readonly loss: { total: number; examples: number };
}

export function startRun(plan: TrainingPlan): Run {
  const { count, loss, negatives = '1', units, now, moviesOf, listUsers, seed } = plan;
  const history = [...plan.history];
  const watch = createStopwatch(now);
  return {
    plan,
    stepsPerEpoch: plan.trainer.stepsPerEpoch ?? Math.ceil(count / plan.batchSize),
    history,
    // Who takes steps of their own does not look at the order.
    material: createEpochs(
      {
        count: plan.trainer.stepsPerEpoch ? 0 : count,
        groupSize: groupSize({ loss, negatives }),
        seed,
        moviesOf,
        listUsers,
      },
      history.length,
    ),
    truths: starsOf(plan.validation.targets, units.target),
    divergence: watchDivergence(yardstickOf(plan)),
    checkList: watchList(),
    watch,
    slice: createSlice(now),
    tuning: plan.trainer.threads && !plan.trainer.stepsPerEpoch ? tuneThreads(plan.trainer.threads) : null,
    pace: createPace(watch.seconds),
    reportedAt: now(),
  };
}

function yardstickOf({ loss, listWeight, stars, units, trainer }: TrainingPlan): Yardstick {
  // What a list is measured by is known to its own watch. A sample of few ratings may be far off by chance, and a sampler tells by itself
  // that its numbers leave all bounds.
  if (listWeight === 1 || trainer.predictSample) return UNBOUNDED;
  return givesScores(loss) ? withoutScores(loss) : alwaysTheMean(stars, units.target);
}

/** Begins the epoch after those that are done. */
export function beginEpoch({ plan, history, stepsPerEpoch, material, watch }: Run): Epoch {
  const number = history.length + 1;
  const startedAt = watch.seconds();
  material.begin(plan.trainer);
  return { number, stepsBefore: (number - 1) * stepsPerEpoch, startedAt, loss: { total: 0, examples: 0 } };
}

/** The learning rate of an epoch's step, counted from 1. */
export const rateAt = ({ plan, stepsPerEpoch }: Run, { stepsBefore }: Epoch, step: number): number =>
  learningRateAt(plan, { epochs: plan.epochs, stepsPerEpoch }, stepsBefore + step - 1);

/** What the losses of some examples come to: RMSE in stars, or the pairwise loss. */
export const trainErrorOf = ({ loss, units, listWeight }: TrainingPlan, { total, examples }: Sum): number =>
  listWeight === 1 ? total / examples : errorOf(loss, total / examples) * units.target.scale;

/** What of a trainer's losses is measured. */
export const measuredOf = ({ listWeight }: TrainingPlan, { list, ...ofRatings }: TakenLoss): Sum =>
  (listWeight === 1 && list) || ofRatings;

type Sum = Pick<TakenLoss, 'total' | 'examples'>;
