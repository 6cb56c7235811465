import { errorOf, groupSize, type LossName, type NegativeCount } from '../core/loss.ts';
import type { Trainer } from '../engines/trainer.ts';
import { createEpochs, type Material } from './epochs.ts';

/** A learning rate that was tried, and the error of its batch, smoothed: RMSE in target units, or the pairwise loss. */
export interface RateTrial {
  readonly rate: number;
  readonly error: number;
}

export interface RateSearch {
  /** With weights of its own, which are spoilt. */
  readonly trainer: Trainer;
  readonly loss: LossName;
  /** Of a group loss; one where absent. */
  readonly negatives?: NegativeCount;
  readonly moviesOf?: Material['moviesOf'];
  readonly listUsers?: Material['listUsers'];
  /** At 1 the error of the list is what is watched. */
  readonly listWeight?: number;
  /** Of the examples, or pairs. */
  readonly count: number;
  readonly batchSize: number;
  readonly seed: number;
}

const RATE_STEPS = 120;
const LOWEST = 1e-5;
const HIGHEST = 100;
/** Of the running mean of the loss. */
const MEMORY = 0.9;
/** The search is over where the loss is so many times the lowest, as fastai has it. */
const EXPLODED = 4;

/**
 * Trains a step at each of exponentially rising rates, and tells the smoothed error of each (Smith 2015, "Cyclical learning rates").
 * Ends where the loss explodes; whoever pulls may end it before.
 */
export async function* tryRates({
  trainer,
  loss,
  moviesOf,
  listUsers,
  listWeight,
  negatives = '1',
  count,
  batchSize,
  seed,
}: RateSearch): AsyncGenerator<RateTrial, void> {
  const epochs = createEpochs({ count, groupSize: groupSize({ loss, negatives }), seed, moviesOf, listUsers }, 0);
  const batches = trainer.stepsPerEpoch ?? Math.ceil(count / batchSize);
  let mean = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let step = 0; step < RATE_STEPS; step++) {
    if (step % batches === 0) epochs.begin(trainer);
    const rate = LOWEST * (HIGHEST / LOWEST) ** (step / (RATE_STEPS - 1));
    trainer.step(step % batches, rate);
    const { list, ...ofRatings } = await trainer.takeLoss();
    const { total, examples } = (listWeight === 1 && list) || ofRatings;
    mean = MEMORY * mean + ((1 - MEMORY) * total) / examples;
    const smooth = mean / (1 - MEMORY ** (step + 1));
    if (!Number.isFinite(smooth) || smooth > EXPLODED * lowest) return;
    lowest = Math.min(lowest, smooth);
    yield { rate, error: listWeight === 1 ? smooth : errorOf(loss, smooth) };
  }
}

/**
 * fastai's "valley": of the longest run of trials whose errors fall one below the other (others may lie between), the rate half of
 * the way down, by steps. Null where the error never falls.
 */
export function suggestRate(trials: readonly RateTrial[]): number | null {
  const lengths = trials.map(() => 1);
  let end = 0;
  for (let i = 1; i < trials.length; i++) {
    for (let j = 0; j < i; j++) {
      const falls = (trials[i] as RateTrial).error < (trials[j] as RateTrial).error;
      if (falls) lengths[i] = Math.max(lengths[i] as number, (lengths[j] as number) + 1);
    }
    if ((lengths[i] as number) > (lengths[end] as number)) end = i;
  }
  const length = lengths[end] ?? 0;
  if (length < 2) return null;
  const rate = trials[end - length + 1 + Math.floor(length / 2)]?.rate;
  return rate === undefined ? null : Number(rate.toPrecision(2));
}
