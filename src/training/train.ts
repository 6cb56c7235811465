import { LabError } from '../core/errors.ts';
import { mae, rmse } from '../core/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Examples, Trainer } from '../engines/trainer.ts';
import type { RunControl } from './run-control.ts';
import { createSlice } from './slice.ts';
import { createStopwatch } from './stopwatch.ts';

export interface TrainingPlan {
  readonly trainer: Trainer;
  readonly train: Examples;
  readonly validation: Examples;
  readonly batchSize: number;
  readonly epochs: number;
  /** Epochs of the run that the weights have behind them already: the run goes on after these. */
  readonly epochsDone: number;
  readonly learningRate: number;
  /** The learning rate is multiplied by this after every epoch. */
  readonly decay: number;
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
  readonly learningRate: number;
  /** Training and validation, without pauses. */
  readonly seconds: number;
}

export type TrainingReport = ProgressReport | EpochEnd;

/**
 * Trains epoch by epoch; pull to go on. Ends early when the control says stop. Throws a LabError of code `diverged`, with the
 * step, when the loss is no longer a number.
 */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingReport, 'done' | 'stopped'> {
  const { trainer, train, validation, control, batchSize, epochs, epochsDone } = plan;
  const count = train.targets.length;
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const random = createRandom(plan.seed, 'order');
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let epoch = 1; epoch <= epochsDone; epoch++) shuffle(order, random);
  const watch = createStopwatch(plan.now);
  const slice = createSlice(plan.now);
  for (let epoch = epochsDone + 1; epoch <= epochs; epoch++) {
    const learningRate = plan.learningRate * plan.decay ** (epoch - 1);
    const loss = { squaredError: 0, examples: 0 };
    const startedAt = watch.seconds();
    trainer.beginEpoch(shuffle(order, random));
    slice.begin();

    const progress = async (step: number, paused: boolean): Promise<ProgressReport> => {
      const taken = await trainer.takeLoss();
      loss.squaredError += taken.squaredError;
      loss.examples += taken.examples;
      if (!Number.isFinite(loss.squaredError)) throw diverged((epoch - 1) * stepsPerEpoch + step);
      const seen = (epoch - 1) * count + Math.min(step * batchSize, count);
      const ratingsPerSecond = (seen - epochsDone * count) / watch.seconds();
      const secondsLeft = (count * epochs - seen) / ratingsPerSecond;
      return { kind: 'progress', epoch, step, stepsPerEpoch, trainRmse: rootMean(loss), ratingsPerSecond, secondsLeft, paused };
    };

    for (let step = 1; step <= stepsPerEpoch; step++) {
      trainer.step(step - 1, learningRate);
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

    const predictions = await trainer.predict(validation.users, validation.movies);
    const validationRmse = rmse(predictions, validation.targets);
    const validationMae = mae(predictions, validation.targets);
    if (!Number.isFinite(validationRmse)) throw diverged(epoch * stepsPerEpoch);
    const seconds = watch.seconds() - startedAt;
    yield { kind: 'epoch', epoch, trainRmse: rootMean(loss), validationRmse, validationMae, learningRate, seconds };
    await plan.yieldToMessages();
    if (epoch < epochs && control.mustHalt('epoch')) {
      yield await progress(stepsPerEpoch, true);
      await watch.pauseWhile(control.halt());
    }
    if (epoch < epochs && control.stopped) return 'stopped';
  }
  return 'done';
}

const rootMean = (loss: { readonly squaredError: number; readonly examples: number }): number =>
  Math.sqrt(loss.squaredError / loss.examples);

function diverged(step: number): LabError {
  return new LabError('diverged', `Loss became infinite at step ${step}.`, 'Try a lower learning rate.');
}
