import { learningRateAt, type Schedule } from '../core/learning-rate.ts';
import { mae, rmse } from '../core/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { RunOutcome } from '../core/run-outcome.ts';
import type { Examples, Trainer } from '../engines/trainer.ts';
import { watchDivergence } from './divergence.ts';
import { type EndingRules, endingOf, secondsOf } from './ending.ts';
import type { RunControl } from './run-control.ts';
import { createSlice } from './slice.ts';
import { createStopwatch } from './stopwatch.ts';

export interface TrainingPlan extends Schedule, EndingRules {
  readonly trainer: Trainer;
  readonly train: Examples;
  readonly validation: Examples;
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
  /** Of this epoch so far, in target units. */
  readonly trainRmse: number;
  readonly ratingsPerSecond: number;
  readonly secondsLeft: number;
  readonly paused: boolean;
}

export interface EpochEnd {
  readonly kind: 'epoch';
  readonly epoch: number;
  /** Over the epoch's steps as they went, in target units. */
  readonly trainRmse: number;
  /** After the epoch, in target units. */
  readonly validationRmse: number;
  /** After the epoch, in target units. */
  readonly validationMae: number;
  /** Of its last step. */
  readonly learningRate: number;
  /** Training and validation, without pauses. */
  readonly seconds: number;
}

export type TrainingReport = ProgressReport | EpochEnd;

/**
 * Trains epoch by epoch; pull to go on. Ends early when the control says stop, or when a rule of the plan says so. Throws a
 * LabError of code `diverged`, with the step, when the loss is no longer a number or out of all bounds.
 */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingReport, RunOutcome> {
  const { trainer, train, validation, control, batchSize, epochs } = plan;
  const count = train.targets.length;
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const random = createRandom(plan.seed, 'order');
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const history = [...plan.history];
  const epochsDone = history.length;
  // What is drawn for an epoch depends on all orders before.
  for (let epoch = 1; epoch <= epochsDone; epoch++) shuffle(order, random);
  const divergence = watchDivergence(train.targets);
  const watch = createStopwatch(plan.now);
  const slice = createSlice(plan.now);
  for (;;) {
    const ending = endingOf(history, plan);
    if (ending) return ending;
    const epoch = history.length + 1;
    const stepsBefore = (epoch - 1) * stepsPerEpoch;
    const rateAt = (step: number) => learningRateAt(plan, { epochs, stepsPerEpoch }, stepsBefore + step - 1);
    const loss = { squaredError: 0, examples: 0 };
    const startedAt = watch.seconds();
    trainer.beginEpoch(shuffle(order, random));
    slice.begin();

    const progress = async (step: number, paused: boolean): Promise<ProgressReport> => {
      const taken = await trainer.takeLoss();
      loss.squaredError += taken.squaredError;
      loss.examples += taken.examples;
      if (taken.examples > 0) divergence.checkSteps(rootMean(taken), stepsBefore + step);
      const seen = (epoch - 1) * count + Math.min(step * batchSize, count);
      const ratingsPerSecond = (seen - epochsDone * count) / watch.seconds();
      const secondsLeft = Math.min(
        (count * epochs - seen) / ratingsPerSecond,
        budgetLeft(plan, history, watch.seconds() - startedAt),
      );
      return { kind: 'progress', epoch, step, stepsPerEpoch, trainRmse: rootMean(loss), ratingsPerSecond, secondsLeft, paused };
    };

    for (let step = 1; step <= stepsPerEpoch; step++) {
      trainer.step(step - 1, rateAt(step));
      const isFull = slice.step();
      if (step < stepsPerEpoch && !control.mustHalt('batch') && !isFull) continue;
      const report = await progress(step, false);
      slice.end();
      yield report;
      await plan.yieldToMessages();
      if (step < stepsPerEpoch && control.mustHalt('batch')) {
        yield await progress(step, true);
        await watch.pauseWhile(control.halt());
      }
      if (control.stopped) return 'stopped';
      slice.begin();
    }

    const trainRmse = rootMean(loss);
    divergence.checkEpoch(
      trainRmse,
      history.map((result) => result.trainRmse),
      stepsBefore + stepsPerEpoch,
    );
    const predictions = await trainer.predict(validation.users, validation.movies, validation.when);
    const validationRmse = rmse(predictions, validation.targets);
    const validationMae = mae(predictions, validation.targets);
    divergence.checkValidation(validationRmse, stepsBefore + stepsPerEpoch);
    const seconds = watch.seconds() - startedAt;
    const learningRate = rateAt(stepsPerEpoch);
    history.push({ kind: 'epoch', epoch, trainRmse, validationRmse, validationMae, learningRate, seconds });
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

const rootMean = (loss: { readonly squaredError: number; readonly examples: number }): number =>
  Math.sqrt(loss.squaredError / loss.examples);

/** Seconds until the budget is used up; infinite without one. */
function budgetLeft({ timeBudget }: EndingRules, history: readonly EpochEnd[], seconds: number): number {
  return timeBudget > 0 ? Math.max(0, timeBudget - secondsOf(history) - seconds) : Number.POSITIVE_INFINITY;
}
