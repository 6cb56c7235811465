import { learningRateAt, type Schedule } from '../core/learning-rate.ts';
import { errorOf, groupSize, isPairwise, type LossName } from '../core/loss.ts';
import type { RunOutcome } from '../core/run.ts';
import { type StarUnits, starsOf } from '../core/target.ts';
import type { Examples, Trainer } from '../engines/trainer.ts';
import { alwaysTheMean, GUESSING, watchDivergence } from './divergence.ts';
import { type EndingRules, endingOf, secondsOf } from './ending.ts';
import { createEpochs, type Material } from './epochs.ts';
import { type HeldOutErrors, measureErrors, readPredictions } from './errors.ts';
import { createPace } from './pace.ts';
import type { RunControl } from './run-control.ts';
import { createSlice } from './slice.ts';
import { createStopwatch } from './stopwatch.ts';

export interface TrainingPlan extends Schedule, EndingRules {
  /** Its batches are of `batchSize` examples or pairs. */
  readonly trainer: Trainer;
  /** With `bpr` pairs, one after the other (see core/loss.ts). */
  readonly train: Examples;
  readonly validation: Examples;
  readonly loss: LossName;
  /** What the trainer's examples and predictions are in. Whatever is reported is in stars, or of scores. */
  readonly units: StarUnits;
  readonly moviesOf?: Material['moviesOf'];
  /** Examples, or pairs. */
  readonly batchSize: number;
  /** The epochs that the trainer's state has behind it already: the run goes on after these. */
  readonly history: readonly EpochEnd[];
  readonly seed: number;
  readonly control: RunControl;
  /** Lets messages in; awaited now and then, so that pause and stop are heard. */
  readonly yieldToMessages: () => Promise<void>;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

export interface ProgressReport {
  readonly kind: 'progress';
  /** The epoch at work, from 1. */
  readonly epoch: number;
  /** Steps done of this epoch. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Of this epoch so far: RMSE in stars, or the pairwise loss. */
  readonly trainError: number;
  /** Over the epochs of this run; null, as the next, before there is enough to tell by. */
  readonly ratingsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly paused: boolean;
}

export interface EpochEnd extends HeldOutErrors {
  readonly kind: 'epoch';
  readonly epoch: number;
  /** Over the epoch's steps as they went, of predictions as they came: RMSE in stars, or the pairwise loss. */
  readonly trainError: number;
  /** Of its last step. */
  readonly learningRate: number;
  /** Training and validation, without pauses. */
  readonly seconds: number;
}

/**
 * Across the ends of epochs, which may last less. Every report is drawn, and a page that draws more often takes the processor from the
 * training.
 */
const REPORT_MILLISECONDS = 200;

export type TrainingReport = ProgressReport | EpochEnd;

/**
 * Trains epoch by epoch; pull to go on. Ends early when the control says stop, or when a rule of the plan says so. Throws a
 * LabError of code `diverged`, with the step, when the loss is no longer a number or out of all bounds.
 */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingReport, RunOutcome> {
  const { trainer, train, validation, control, batchSize, epochs, loss: lossName } = plan;
  const size = groupSize(lossName);
  const count = train.targets.length / size;
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const history = [...plan.history];
  const material = createEpochs({ count, groupSize: size, seed: plan.seed, moviesOf: plan.moviesOf }, history.length);
  const truths = starsOf(validation.targets, plan.units.target);
  const unit = plan.units.target.scale; // of errors, in stars
  const divergence = watchDivergence(isPairwise(lossName) ? GUESSING : alwaysTheMean(train.targets, unit));
  const errorIn = (taken: Taken): number => errorOf(lossName, taken.total / taken.examples) * unit;
  const watch = createStopwatch(plan.now);
  const slice = createSlice(plan.now);
  const pace = createPace(watch.seconds);
  let reportedAt = plan.now();
  for (;;) {
    const ending = endingOf(history, plan);
    if (ending) return ending;
    const epoch = history.length + 1;
    const stepsBefore = (epoch - 1) * stepsPerEpoch;
    const rateAt = (step: number) => learningRateAt(plan, { epochs, stepsPerEpoch }, stepsBefore + step - 1);
    const loss = { total: 0, examples: 0 };
    const startedAt = watch.seconds();
    material.begin(trainer);
    slice.begin();

    const progress = async (step: number, paused: boolean): Promise<ProgressReport> => {
      const taken = await trainer.takeLoss();
      loss.total += taken.total;
      loss.examples += taken.examples;
      if (taken.examples > 0) divergence.checkSteps(errorIn(taken), stepsBefore + step);
      const seen = (epoch - 1) * count + Math.min(step * batchSize, count);
      pace.note(seen);
      const ratingsPerSecond = pace.perSecond();
      const left = budgetLeft(plan, history, watch.seconds() - startedAt);
      const secondsLeft = ratingsPerSecond && Math.min((count * epochs - seen) / ratingsPerSecond, left);
      return { kind: 'progress', epoch, step, stepsPerEpoch, trainError: errorIn(loss), ratingsPerSecond, secondsLeft, paused };
    };

    for (let step = 1; step <= stepsPerEpoch; step++) {
      trainer.step(step - 1, rateAt(step));
      const isFull = slice.step();
      if (step < stepsPerEpoch && !control.mustHalt('batch') && !isFull) continue;
      const report = await progress(step, false);
      slice.end();
      const isLast = epoch === epochs && step === stepsPerEpoch;
      if (isLast || plan.now() - reportedAt >= REPORT_MILLISECONDS) {
        reportedAt = plan.now();
        yield report;
      }
      await plan.yieldToMessages();
      if (step < stepsPerEpoch && control.mustHalt('batch')) {
        yield await progress(step, true);
        await watch.pauseWhile(control.halt());
      }
      if (control.stopped) return 'stopped';
      slice.begin();
    }

    const trainError = errorIn(loss);
    divergence.checkEpoch(
      trainError,
      history.map((result) => result.trainError),
      stepsBefore + stepsPerEpoch,
    );
    const z = await trainer.predict(validation.users, validation.movies, validation.when);
    divergence.checkPredictions(z, stepsBefore + stepsPerEpoch);
    const results = measureErrors(lossName, readPredictions(lossName, z, plan.units), truths);
    const seconds = watch.seconds() - startedAt;
    const learningRate = rateAt(stepsPerEpoch);
    history.push({ kind: 'epoch', epoch, trainError, ...results, learningRate, seconds });
    yield history[history.length - 1] as EpochEnd;
    await plan.yieldToMessages();
    if (endingOf(history, plan)) continue;
    if (control.mustHalt('epoch')) {
      yield await progress(stepsPerEpoch, true);
      await watch.pauseWhile(control.halt());
    }
    if (control.stopped) return 'stopped';
  }
}

type Taken = Awaited<ReturnType<Trainer['takeLoss']>>;

/** Seconds until the budget is used up; infinite without one. */
function budgetLeft({ timeBudget }: EndingRules, history: readonly EpochEnd[], seconds: number): number {
  return timeBudget > 0 ? Math.max(0, timeBudget - secondsOf(history) - seconds) : Number.POSITIVE_INFINITY;
}
