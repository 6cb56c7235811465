import type { Schedule } from '../core/learning-rate.ts';
import type { LossName, NegativeCount } from '../core/loss.ts';
import type { StarsSummary, StarUnits } from '../core/target.ts';
import type { Examples, Pairs, Trainer } from '../engines/trainer.ts';
import type { EndingRules } from './ending.ts';
import type { Material } from './epochs.ts';
import type { EpochEnd } from './reports.ts';
import type { RunControl } from './run-control.ts';

/** The lists of a few users. */
export interface LiveLists {
  /** Yields pairs that are to be scored, takes their scores, and returns the NDCG. */
  judge(): Generator<Pairs, number, Float32Array>;
}

/** Everything that a run depends on. */
export interface TrainingPlan extends Schedule, EndingRules {
  /** Its batches are of `batchSize` examples or pairs. */
  readonly trainer: Trainer;
  /** Examples to train on, or pairs. */
  readonly count: number;
  /** Of the ratings to train on. */
  readonly stars: StarsSummary;
  readonly validation: Examples;
  readonly loss: LossName;
  /** Of a group loss; one where absent. */
  readonly negatives?: NegativeCount;
  /** What the trainer's examples and predictions are in. Whatever is reported is in stars, or of scores. */
  readonly units: StarUnits;
  readonly moviesOf?: Material['moviesOf'];
  /** Lists to judge after every epoch. */
  readonly lists?: LiveLists | undefined;
  readonly listUsers?: Material['listUsers'];
  /** What the list counts beside the stars; at 1 it alone is measured. 0 where absent. */
  readonly listWeight?: number;
  /** Examples, or pairs. */
  readonly batchSize: number;
  /** The epochs that are done already; the trainer's state is that of their end. */
  readonly history: readonly EpochEnd[];
  readonly seed: number;
  readonly control: RunControl;
  /** Lets messages in; awaited now and then, so that pause and stop are heard. */
  readonly yieldToMessages: () => Promise<void>;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}
