import { LabError } from '../core/errors.ts';
import { rmse } from '../core/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Examples, Trainer } from '../engines/trainer.ts';
import type { RunControl } from './run-control.ts';

export type StepGrain = 'batch' | 'epoch';

export interface TrainingPlan {
  readonly trainer: Trainer;
  readonly train: Examples;
  readonly validation: Examples;
  readonly batchSize: number;
  readonly epochs: number;
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

/** What a run tells on its way. Errors are in target units. */
export type TrainingReport =
  | {
      readonly kind: 'progress';
      readonly epoch: number;
      readonly step: number;
      readonly stepsPerEpoch: number;
      /** Of this epoch so far; null before its first step. */
      readonly trainRmse: number | null;
      readonly ratingsPerSecond: number;
      readonly secondsLeft: number;
      readonly paused: boolean;
    }
  | {
      readonly kind: 'epoch';
      readonly epoch: number;
      readonly trainRmse: number;
      readonly validationRmse: number;
      readonly learningRate: number;
      readonly seconds: number;
    };

/** How long the loop works before it reports and lets messages in: well under the 100 ms in which buttons answer. */
const SLICE_MILLISECONDS = 40;

/**
 * Trains epoch by epoch; pull to go on. Ends early when the control says stop. Throws a LabError of code `diverged`, with the
 * step, when the loss is no longer a number.
 */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingReport, 'done' | 'stopped'> {
  const { trainer, train, validation, control, batchSize, epochs, now } = plan;
  const count = train.targets.length;
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const random = createRandom(plan.seed, 'order');
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let busySeconds = 0; // without pauses
  let seen = 0; // ratings, whole run
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const learningRate = plan.learningRate * plan.decay ** (epoch - 1);
    trainer.beginEpoch(shuffle(order, random));
    const total = { squaredError: 0, examples: 0 };
    let epochSeconds = 0;
    let mark = now();
    let sliceStart = mark;
    const lap = (): void => {
      const seconds = (now() - mark) / 1000;
      mark = now();
      epochSeconds += seconds;
      busySeconds += seconds;
    };
    const progress = async (step: number, paused: boolean): Promise<TrainingReport> => {
      const { squaredError, examples } = await trainer.takeLoss();
      total.squaredError += squaredError;
      total.examples += examples;
      if (!Number.isFinite(total.squaredError)) throw diverged((epoch - 1) * stepsPerEpoch + step);
      lap();
      const ratingsPerSecond = busySeconds > 0 ? seen / busySeconds : 0;
      const trainRmse = total.examples > 0 ? Math.sqrt(total.squaredError / total.examples) : null;
      const secondsLeft = ratingsPerSecond > 0 ? (count * epochs - seen) / ratingsPerSecond : Number.POSITIVE_INFINITY;
      return { kind: 'progress', epoch, step, stepsPerEpoch, trainRmse, ratingsPerSecond, secondsLeft, paused };
    };
    for (let step = 1; step <= stepsPerEpoch; step++) {
      trainer.step(step - 1, learningRate);
      seen += Math.min(batchSize, count - (step - 1) * batchSize);
      const endOfEpoch = step === stepsPerEpoch;
      const halting = control.mustHalt(endOfEpoch);
      if (halting || endOfEpoch || now() - sliceStart >= SLICE_MILLISECONDS) {
        yield await progress(step, halting);
        await plan.yieldToMessages();
        if (control.mustHalt(endOfEpoch) && !endOfEpoch) yield* pause(control, () => progress(step, true));
        if (control.stopped) return 'stopped';
        sliceStart = now();
      }
    }
    const validationRmse = rmse(await trainer.predict(validation.users, validation.movies), validation.targets);
    if (!Number.isFinite(validationRmse)) throw diverged(epoch * stepsPerEpoch);
    lap();
    const trainRmse = Math.sqrt(total.squaredError / total.examples);
    yield { kind: 'epoch', epoch, trainRmse, validationRmse, learningRate, seconds: epochSeconds };
  }
  return 'done';
}

/** Halts until resumed, stepped or stopped; tells the page first. */
async function* pause(control: RunControl, report: () => Promise<TrainingReport>): AsyncGenerator<TrainingReport, void> {
  yield await report();
  await control.halt();
}

function diverged(step: number): LabError {
  return new LabError('diverged', `Loss became infinite at step ${step}.`, 'Try a lower learning rate.');
}
